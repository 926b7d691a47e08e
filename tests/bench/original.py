"""The algorithm of the original script, written from its description: for each field a dictionary from value to
assets, and every pair of a value's assets remembered, so that it is reported once over all fields. Prints the
seconds of json.load and of the algorithm."""
import json
import sys
import time
from collections import defaultdict
from itertools import combinations

start = time.perf_counter()
with open(sys.argv[1], encoding="utf-8") as file:
    assets = json.load(file)["assetListData"]["asset"]
loaded = time.perf_counter()
if sys.argv[2:] == ["load"]:
    print(json.dumps({"load": loaded - start}))
    sys.exit()


def names(field):
    return lambda asset: [(asset.get(field) or "").strip().lower()]


def macs(asset):
    interfaces = (asset.get("networkInterfaceListData") or {}).get("networkInterface") or []
    return [(one.get("macAddress") or "").lower().replace(":", "").replace("-", "") for one in interfaces]


FIELDS = [names("assetName"), names("dnsName"), names("netbiosName"), macs, lambda asset: [asset.get("address") or ""]]
reported = set()
groups = []
for values_of in FIELDS:
    by_value = defaultdict(list)
    for asset in assets:
        for value in values_of(asset):
            if value:
                by_value[value].append(asset)
    for value, members in by_value.items():
        if len(members) < 2:
            continue
        pairs = {tuple(sorted(pair)) for pair in combinations([asset["assetId"] for asset in members], 2)}
        if pairs & reported:
            continue
        reported |= pairs
        groups.append((value, members))
print(json.dumps({"load": loaded - start, "algorithm": time.perf_counter() - loaded, "groups": len(groups)}))
