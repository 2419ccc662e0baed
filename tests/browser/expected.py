"""What another reader finds in a results file: EXPECTED.py RESULTS.h5 < JSON list of places > JSON list of numbers.

A place is {"variable", "scenario", "area", "sex", "year"}; the answer holds level, change, their intervals, better.
"""
import json
import math
import sys

import h5py


def number(value):
    return None if math.isnan(value) else float(value)


def main():
    with h5py.File(sys.argv[1]) as file:
        axis = {name: [word.decode() if isinstance(word, bytes) else int(word) for word in file[name][()]]
                for name in ("scenario", "statistic", "year", "area", "sex")}
        answers = []
        for place in json.load(sys.stdin):
            at = {name: axis[name].index(place[name]) for name in ("scenario", "year", "area", "sex")}
            values = file[place["variable"]]
            city_only = values.ndim == 4
            rest = (at["year"], at["sex"]) if city_only else (at["year"], at["area"], at["sex"])
            answer = {}
            for name, suffix in (("level", ""), ("change", "_difference")):
                for key, statistic in (("", "mean"), ("_lower", "p2_5"), ("_upper", "p97_5")):
                    index = (at["scenario"], axis["statistic"].index(statistic)) + rest
                    answer[name + key] = number(file[place["variable"] + suffix][index])
                base = file[place["variable"]][(0, 0) + rest]
                answer["base"] = number(base)
            answer["better"] = number(file[place["variable"] + "_probability_better"][(at["scenario"],) + rest])
            answers.append(answer)
        json.dump(answers, sys.stdout)


main()
