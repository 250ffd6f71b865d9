# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""Many dossiers: the sample's, copied with everything that belongs to them.

A copy has a number and a look-up code of its own, so that look-ups can be spread over all of them. The
codes are of the form 9NNNNNNNNNNNNNN and a check digit.
"""
import hashlib
import os
import unicodedata

from instance import TOP

STEP = 100_000       # the copy n of the dossier i has the id n * STEP + i
CHILD = 10 * STEP    # the same for what belongs to dossiers

# Quasigroup of Damm's check digit.
DAMM = ("0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790")


def look_up_code(number):
    digits = f"9{number:014d}"
    state = 0
    for digit in digits:
        state = int(DAMM[state][int(digit)])
    return digits + str(state)


COPIED = {"dossier": "id", "branch": "dossier_id", "task": None, "clock": "dossier_id", "event": "dossier_id", "party": "dossier_id", "result": "dossier_id",
          "clock_pause": None}
OF_SAMPLE = {"task": "branch_id in (select b.id from branch b where b.dossier_id < {0})", "clock_pause": "clock_id in (select c.id from clock c where c.dossier_id < {0})"}
TRIGGERS = ("task_placed", "task_named", "branch_named")  # what they work out is copied with the rows


def sample_keep(instance, tables):
    """The sample's own rows of each table as bench_TABLE, in the order of their keys."""
    text = ""
    for table in tables:
        of_sample = OF_SAMPLE.get(table, f"{COPIED[table]} < {{0}}").format(STEP)
        key = "dossier_id" if table in ("party", "result") else "id"
        text += f"create table if not exists bench_{table} select * from `{table}` where {of_sample} order by {key};\n"
    instance.sql(text)


def copy_sql(instance, table, changes):
    """insert … select of the sample's rows of a table for the copies in bench_copy."""
    columns = [row[0] for row in instance.sql(
        "select column_name from information_schema.columns where table_schema = 'motcua' "
        f"and table_name = '{table}' and generation_expression is null order by ordinal_position")]
    own = {"id": f"t.id + s.seq * {CHILD}", "dossier_id": f"t.dossier_id + s.seq * {STEP}",
           "branch_id": f"t.branch_id + s.seq * {CHILD}", "task_id": f"t.task_id + s.seq * {CHILD}",
           "parent_id": f"t.parent_id + s.seq * {CHILD}", "clock_id": f"t.clock_id + s.seq * {CHILD}"} if table != "dossier" else {}
    own.update(changes)
    values = [own.get(c, f"t.`{c}`") for c in columns]
    extra = f" straight_join bench_code c on c.id = t.id + s.seq * {STEP}" if table == "dossier" else ""
    return (f"insert into `{table}` ({', '.join(f'`{c}`' for c in columns)}) select {', '.join(values)} "
            f"from bench_copy s straight_join bench_{table} t{extra};\n")


def keys_of(instance, table):
    """All keys but the primary one and that of a counting column, and foreign keys: how they are dropped and added."""
    drop, add, counting = [], [], None
    for line in instance.sql(f"show create table `{table}`")[0][1].replace("\\n", "\n").split("\n"):
        line = line.strip().rstrip(",")
        words = line.split()
        if " AUTO_INCREMENT" in line and line.startswith("`"):
            counting = words[0]
        if line.startswith(("KEY ", "UNIQUE KEY ")) and f"({counting}" not in line:
            drop.append(f"drop key {words[2] if words[0] == 'UNIQUE' else words[1]}")
            add.append(f"add {line}")
        elif line.startswith("CONSTRAINT ") and " FOREIGN KEY " in line:
            drop.insert(0, f"drop foreign key {words[1]}")
            add.append(f"add {line}")
    return f"alter table `{table}` {', '.join(drop)};\n", f"alter table `{table}` {', '.join(add)};\n"


def codes_load(instance, key, ids):
    """bench_code: the id of each copy to be and the hash of its code."""
    path = f"{instance.state}/tmp/codes.tsv"
    with open(path, "w", encoding="ascii") as f:
        for i in ids:
            digest = hashlib.blake2b(look_up_code(i).encode(), key=key, digest_size=32).hexdigest()
            f.write(f"{i}\t{digest}\n")
    instance.sql("truncate bench_code; set session max_statement_time = 0; "
                 f"load data infile '{path}' into table bench_code (id, @hash) set hash = unhex(@hash);")
    os.unlink(path)


FAMILY = ("Nguyễn " * 8 + "Trần Trần Trần Lê Lê Phạm Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý").split()
MIDDLE = ("Thị " * 6 + "Văn Văn Văn Văn Ngọc Ngọc Thanh Minh Kim Hữu Đức Quốc Thu Xuân Hồng Nhật Gia Mỹ Anh Bảo").split()
GIVEN = ("An Anh Bình Chi Cường Danh Diễm Dung Dũng Duy Đạt Đức Giang Hà Hải Hạnh Hạo Hiền Hiếu Hoa Hòa Hoàng Hùng Huy Hương Khánh Khoa Kiên Lan "
         "Liên Linh Loan Long Lộc Mai Minh My Nam Nga Ngân Nghĩa Ngọc Nhân Nhi Nhung Oanh Phát Phong Phúc Phương Quân Quang Quỳnh Sơn Tâm Tân "
         "Thanh Thảo Thắng Thiện Thịnh Thu Thủy Thúy Tiên Toàn Trang Trâm Trí Trinh Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Vy Xuân Yến").split()


def one_of(words, salt):
    """A word by the dossier and the role, always the same."""
    quoted = ", ".join(f"'{w}'" for w in words)
    return f"elt(1 + crc32(concat({salt!r}, t.dossier_id, '-', s.seq, t.role)) % {len(words)}, {quoted})"


def people_sql(instance):
    """Parties with names and numbers of their own, what stands on the shelf, and clocks that stand."""
    name = f"concat({one_of(FAMILY, 'f')}, ' ', {one_of(MIDDLE, 'm')}, ' ', {one_of(GIVEN, 'g')})"
    spread = f"(t.dossier_id + s.seq * {STEP}) * 7919"
    return (copy_sql(instance, "party", {
        "name": f"if(t.kind = 'person', {name}, t.name)",
        "identity_number": f"if(t.identity_number = '', '', lpad({spread} % 999999999989, 12, '0'))",
        "phone": f"if(t.phone = '', '', concat('+84', lpad({spread} % 999999937, 9, '9')))"}) +
        copy_sql(instance, "result", {}) + copy_sql(instance, "clock_pause", {}))


def folded(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if not unicodedata.combining(c))


def names_learn(instance):
    """bench_word: the words of every name a copy may have; bench_reach: the agencies that find a dossier of the sample."""
    path = f"{instance.state}/tmp/words.tsv"
    with open(path, "w", encoding="utf-8") as f:
        for name in {f"{a} {b} {c}" for a in FAMILY for b in MIDDLE for c in GIVEN}:
            words = list(dict.fromkeys(folded(name).split()))
            for word in words:
                f.write(f"{name}\t{word}\t {' '.join(words)} \n")
    instance.sql(
        "create table bench_word (name varchar(250) collate utf8mb4_bin, word varchar(24) character set ascii collate ascii_bin, "
        "words varchar(310) character set ascii collate ascii_bin, primary key (name, word)) default charset=utf8mb4;\n"
        f"load data infile '{path}' into table bench_word character set utf8mb4;\n"
        "insert ignore into bench_word select p.name, w.word, w.words from party p join party_word w on w.dossier_id = p.dossier_id "
        f"and w.role = p.role where p.dossier_id < {STEP};\n"
        "create table bench_reach (dossier_id bigint unsigned, agency_id int unsigned, primary key (dossier_id, agency_id)) "
        f"select distinct dossier_id, agency_id from party_word where dossier_id < {STEP};\n")
    os.unlink(path)


def names_write(instance, first, last):
    """The words of the copies' names, in the order of the table."""
    instance.sql(
        "set session max_statement_time = 0, foreign_key_checks = 0, unique_checks = 0, sort_buffer_size = 1 << 28;\n"
        "insert into party_word (word, agency_id, dossier_id, role, words) "
        "select w.word, r.agency_id, p.dossier_id, p.role, w.words from party p "
        f"straight_join bench_reach r on r.dossier_id = p.dossier_id % {STEP} "
        "straight_join bench_word w on w.name = p.name collate utf8mb4_bin "
        f"where p.dossier_id >= {first * STEP} and p.dossier_id < {(last + 1) * STEP} "
        "order by w.word, r.agency_id, p.dossier_id, p.role")


def copies_write(instance, tables, sample, first, last, people):
    with open(f"{instance.state}/secrets/keys/lookup.key", "rb") as f:
        key = f.read()
    for start in range(first, last + 1, 200):
        end = min(start + 199, last)
        codes_load(instance, key, (n * STEP + i for n in range(start, end + 1) for i in sample))
        instance.sql(
            "set session max_statement_time = 0, foreign_key_checks = 0, unique_checks = 0, join_cache_level = 0;\n"
            f"truncate bench_copy; insert into bench_copy select seq from seq_{start}_to_{end};\nstart transaction;\n" +
            copy_sql(instance, "dossier", {"id": f"t.id + s.seq * {STEP}", "number": "concat(t.number, '-', s.seq)", "lookup_hash": "c.hash",
                                           "is_sample": "true"}) +
            "".join(copy_sql(instance, table, {}) for table in ("branch", "task", "clock")) +
            (people_sql(instance) if people else copy_sql(instance, "event", {})) + "commit;\n")
    if people:
        names_write(instance, first, last)
    tables = tables + (["party_word"] if people else [])
    instance.sql("set session max_statement_time = 0; analyze table " + ", ".join(tables))


def grow(instance, wanted, people=False):
    """Copies until there are about `wanted` dossiers, with `people` their parties instead of their history. Returns how many there are, and
    look-up codes of 1,000 of them, spread over all. Keys are dropped meanwhile: sorted once they take a fraction of the time."""
    tables = ["dossier", "branch", "task", "clock"] + (["party", "result", "clock_pause"] if people else ["event"])
    if not instance.sql("show tables like 'bench_copy'"):
        instance.sql("create table bench_code (id bigint unsigned primary key, hash binary(32) not null);"
                     "create table bench_copy (seq bigint unsigned primary key);")
        sample_keep(instance, tables)
        if people:
            names_learn(instance)
    sample = [int(row[0]) for row in instance.sql("select id from bench_dossier order by id")]
    open_ones = [int(row[0]) for row in instance.sql("select id from bench_dossier where lookup_expires_at is null and state <> 'draft'")]
    have = int(instance.sql("select count(*) from dossier")[0][0])
    first, last = have // len(sample), (wanted + len(sample) - 1) // len(sample) - 1
    keys = [keys_of(instance, table) for table in tables + (["party_word"] if people else [])]
    session = "set session max_statement_time = 0, foreign_key_checks = 0;\n"
    instance.sql(session + "".join(f"drop trigger {name};\n" for name in TRIGGERS) + "".join(drop for drop, _ in keys))
    copies_write(instance, tables, sample, first, last, people)
    instance.sql(session + "".join(add for _, add in keys))
    with open(os.path.join(TOP, "sql", "routines.sql"), encoding="utf-8") as f:
        instance.sql(f.read())
    count = int(instance.sql("set session max_statement_time = 0; select count(*) from dossier")[0][0])
    spread = [open_ones[k * 7 % len(open_ones)] + (1 + k * last // 1000 % last) * STEP for k in range(1000)]
    return count, [look_up_code(i) for i in dict.fromkeys(spread)]
