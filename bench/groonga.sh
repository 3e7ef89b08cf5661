#!/bin/sh
# The same queries on the same records with groonga beside us: bench/groonga.sh INDEX [QUERIES [REPEATS]]
#
# Loads the projects of INDEX (title, goal, content, department, region, year, amount) into a
# groonga database of two-character terms, asks both programs every query with snippets and counts by
# department, region and year, and prints for each the median of REPEATS (5) after a first run,
# then p50, p95 and the largest.  In one process groonga's times are those it reports itself, and
# ours are those of bench/search; as whole processes both are timed by the same loop.
#
# What is not the same: we also rank and sum departments, look at sections and tables for
# them, verify every match in the text, match other wordings and search more fields (indicators,
# category, unit); groonga keeps all text and postings mapped into memory.
#
# Needs groonga (Debian: groonga) and python3.  $YUSOU and $BENCH are the programs, tools/yusou and
# bench/search in the current directory without them: make tools/yusou bench/search.
set -eu
index=${1:?usage: bench/groonga.sh INDEX [QUERIES [REPEATS]]}
queries=${2:-$(dirname "$0")/queries.txt}
repeats=${3:-5}
YUSOU=${YUSOU:-tools/yusou}
BENCH=${BENCH:-bench/search}
tmp=$(mktemp -d "${TMPDIR:-/tmp}/yusou-groonga.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export YUSOU BENCH index queries repeats tmp

python3 - <<'END'
import json, os, subprocess, time

env = os.environ
yusou, bench, index, tmp, repeats = env["YUSOU"], env["BENCH"], env["index"], env["tmp"], int(env["repeats"])
queries = open(env["queries"], encoding="utf-8").read().splitlines()
database = tmp + "/db"

def place(region):
    return region["county"] or region["city"] or region["province"] or ""

def records():
    export = subprocess.Popen([yusou, "export", "--index", index, "--type", "project", "--format", "jsonl"],
                              stdout=subprocess.PIPE, text=True)
    for line in export.stdout:
        r = json.loads(line)
        yield {"_key": r["id"], "title": r["title"] or "", "goal": r["goal"] or "", "content": r["content"] or "",
               "department": r["department"] or "", "region": place(r["region"]), "year": r["year"] or 0,
               "amount": r["amount_yuan"] or 0}

def groonga(commands):
    return subprocess.run(["groonga", database], input=commands, capture_output=True, text=True, check=True).stdout

def build():
    schema = """table_create Records TABLE_HASH_KEY ShortText
table_create Departments TABLE_HASH_KEY ShortText
table_create Regions TABLE_HASH_KEY ShortText
column_create Records title COLUMN_SCALAR Text
column_create Records goal COLUMN_SCALAR Text
column_create Records content COLUMN_SCALAR Text
column_create Records department COLUMN_SCALAR Departments
column_create Records region COLUMN_SCALAR Regions
column_create Records year COLUMN_SCALAR Int32
column_create Records amount COLUMN_SCALAR Float
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
load --table Records
[
"""
    rows = ",\n".join(json.dumps(r, ensure_ascii=False) for r in records())
    began = time.time()
    subprocess.run(["groonga", "-n", database], text=True, check=True, capture_output=True,
                   input=schema + rows + "\n]\ncolumn_create Terms words COLUMN_INDEX|WITH_POSITION|WITH_SECTION "
                   "Records title,goal,content\n")
    size = sum(os.path.getsize(os.path.join(tmp, name)) for name in os.listdir(tmp))
    print("groonga: loaded in %.1f s, %d MB" % (time.time() - began, size / 1e6))

SELECT = ("select Records --match_columns title*3||goal||content --query %s --limit 10 --sort_keys -_score "
          "--output_columns '_key,title,department,region,year,amount,_score,snippet_html(title),snippet_html(goal),"
          "snippet_html(content)' --drilldown department,region,year --drilldown_sort_keys -_nsubrecs "
          "--drilldown_limit 10 --cache no")

def select(query):
    return SELECT % ("'" + query.replace("\\", "\\\\").replace("'", "\\'") + "'")

def median(values):
    return sorted(values)[len(values) // 2]

def summary(name, medians):
    ordered = sorted(medians)
    print("%-24s p50 %6.2f  p95 %6.2f  max %6.2f ms" %
          (name, ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], ordered[-1]))

def groonga_inside():
    answers = groonga("\n".join(select(q) for q in queries for _ in range(repeats + 1)) + "\n").splitlines()
    answers = [json.loads(a) for a in answers]
    assert len(answers) == len(queries) * (repeats + 1) and all(a[0][0] == 0 for a in answers), answers[0]
    groups = [answers[i * (repeats + 1) + 1:(i + 1) * (repeats + 1)] for i in range(len(queries))]
    return [(median([a[0][2] * 1000 for a in g]), g[0][1][0][0][0]) for g in groups]

def yusou_inside():
    lines = subprocess.run([bench, index, env["queries"], str(repeats)], capture_output=True, text=True,
                           check=True).stdout.splitlines()[:len(queries)]
    return [(float(line.split()[0]), int(line.split()[2].lstrip("~"))) for line in lines]

def outside(command):
    out = []
    for query in queries:
        times = []
        for _ in range(repeats + 1):
            began = time.perf_counter()
            subprocess.run(command(query), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times.append((time.perf_counter() - began) * 1000)
        out.append(median(times[1:]))
    return out

build()
theirs, ours = groonga_inside(), yusou_inside()
print("%10s %8s %10s %8s" % ("groonga ms", "hits", "yusou ms", "hits"))
for query, (t, n), (o, m) in zip(queries, theirs, ours):
    print("%10.2f %8d %10.2f %8d  %s" % (t, n, o, m, query))
summary("groonga, in process", [t for t, _ in theirs])
summary("yusou, in process", [o for o, _ in ours])
summary("groonga, whole process", outside(lambda q: ["groonga", database, select(q)]))
summary("yusou, whole process",
        outside(lambda q: [yusou, "search", "--index", index, "--format", "json", "--facets", "--", q]))
END
