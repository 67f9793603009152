"""`qualcode app`: opens the workbench in the browser."""

import click

from qualcode.cli.shared import tell


@click.command("app")
@click.argument("address", metavar="[PROJECT]", required=False, default="")
@click.option("--port", type=click.IntRange(1, 65535), help="8501, or the next free one, if not given.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Only this machine can reach 127.0.0.1.")
@click.option("--browser/--no-browser", default=True, help="Open the browser.")
def app(address: str, port: int | None, host: str, browser: bool) -> None:
    """Open the app in the browser; the sample project when none is named."""
    from qualcode.ui.server import serve

    def say(url: str) -> None:
        tell(f"qualcode: {url}  (Ctrl+C to stop)")

    try:
        serve(address, port=port, host=host, open_browser=browser, say=say)
    except OSError as error:
        raise click.ClickException(
            f"Port {port} on {host} cannot be used: {error.strerror}. Choose another --port."
        ) from error


COMMANDS = (app,)
