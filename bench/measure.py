"""Runs a command and prints what it and its children cost, as JSON: measure.py COMMAND..."""
import json
import resource
import subprocess
import sys
import time

began = time.monotonic()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({
    "code": code,
    "cpu": used.ru_utime + used.ru_stime,
    "wall": wall,
    "peak": used.ru_maxrss / 1024,
}))
