"""The script that Streamlit runs, and nothing else."""
