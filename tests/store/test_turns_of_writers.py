"""Writers of one process, one after the other."""

import threading
import time

from qualcode.store.turns import Turns


def test_turns_come_in_the_order_of_asking() -> None:
    turns, came = Turns(), []
    assert turns.take(1)

    def write(number: int) -> None:
        assert turns.take(10)
        came.append(number)
        turns.give_back()

    threads = []
    for number in range(8):
        threads.append(threading.Thread(target=write, args=(number,)))
        threads[-1].start()
        while len(turns._waiting) < number + 1:
            time.sleep(0.001)
    turns.give_back()
    for thread in threads:
        thread.join()
    assert came == list(range(8))
    assert turns.take(0.01)


def test_who_has_waited_long_enough_goes_without_a_turn_and_holds_up_nobody() -> None:
    turns = Turns()
    assert turns.take(1)
    assert not turns.take(0.01)
    turns.give_back()
    assert turns.take(0.01)
