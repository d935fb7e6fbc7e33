"""How the scripts beside this one take turns: a line asks for work, the answer is the seconds of one run.

The first argument is the number of threads: on one its processor time counts, on several what passes on the clock.
"""
import sys
import time

clock = time.thread_time if sys.argv[1] == "1" else time.perf_counter


def seconds(run, least=0.01):
    """Of one run, from runs that take so many seconds together."""
    begin = clock()
    count = 0
    while count == 0 or clock() - begin < least:
        run()
        count += 1
    return (clock() - begin) / count


def serve(create, warm=3, least=0.01):
    """Answers every line with the fastest way; create makes the ways of a line, which are warmed up once and kept."""
    ways = {}
    print("ready", flush=True)
    for line in sys.stdin:
        key = line.strip()
        if key not in ways:
            ways[key] = create(*key.split())
            for run in ways[key] * warm:
                run()
        print(min(seconds(run, least) for run in ways[key]), flush=True)
