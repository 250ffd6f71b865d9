# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""Many dossiers: the sample's, copied with everything that belongs to them.

A copy has a number and a look-up code of its own, so that look-ups can be spread over all of them. The
codes are of the form 9NNNNNNNNNNNNNN and a check digit.
"""
import hashlib
import os

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


def copy_sql(instance, table, step, changes):
    """insert … select of the sample's rows of a table for the copies in bench_copy."""
    columns = [row[0] for row in instance.sql(
        "select column_name from information_schema.columns where table_schema = 'motcua' "
        f"and table_name = '{table}' and generation_expression is null order by ordinal_position")]
    keyed = {"party": "t.dossier_id", "result": "t.dossier_id"}
    own = {"id": f"t.id + s.seq * {step}", "dossier_id": f"t.dossier_id + s.seq * {STEP}",
           "branch_id": f"t.branch_id + s.seq * {CHILD}", "task_id": f"t.task_id + s.seq * {CHILD}",
           "parent_id": f"t.parent_id + s.seq * {CHILD}", "clock_id": f"t.clock_id + s.seq * {CHILD}"} if table != "dossier" else {"id": f"t.id + s.seq * {step}"}
    own.update(changes)
    values = [own.get(c, f"t.`{c}`") for c in columns]
    extra = ""
    if table == "dossier":
        extra = " join bench_code c on c.id = t.id + s.seq * 100000"
    scope = {"dossier": "t.id", "branch": "t.dossier_id", "event": "t.dossier_id", "clock": "t.dossier_id",
             "task": "(select b.dossier_id from branch b where b.id = t.branch_id)",
             "clock_pause": "(select c.dossier_id from clock c where c.id = t.clock_id)", **keyed}[table]
    return (f"insert into `{table}` ({', '.join(f'`{c}`' for c in columns)}) select {', '.join(values)} "
            f"from bench_copy s straight_join `{table}` t{extra} where {scope} < {STEP} order by s.seq, {keyed.get(table, 't.id')};\n")


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
    return (copy_sql(instance, "party", STEP, {
        "name": f"if(t.kind = 'person', {name}, concat(t.name, ' ', s.seq))",
        "identity_number": f"if(t.identity_number = '', '', lpad({spread} % 999999999989, 12, '0'))",
        "phone": f"if(t.phone = '', '', concat('+84', lpad({spread} % 999999937, 9, '9')))"}) +
        copy_sql(instance, "result", STEP, {}) + copy_sql(instance, "clock_pause", CHILD, {}))


def grow(instance, wanted, people=False):
    """Copies until there are about `wanted` dossiers, with `people` their parties instead of their history. Returns how many there are, and
    look-up codes of 1,000 of them, spread over all."""
    instance.sql("create table if not exists bench_code (id bigint unsigned primary key, hash binary(32) not null);"
                 "create table if not exists bench_copy (seq bigint unsigned primary key);")
    with open(f"{instance.state}/secrets/keys/lookup.key", "rb") as f:
        key = f.read()
    sample = [int(row[0]) for row in instance.sql(f"select id from dossier where id < {STEP} order by id")]
    open_ones = [int(row[0]) for row in instance.sql(
        f"select id from dossier where id < {STEP} and lookup_expires_at is null and state <> 'draft'")]
    have = int(instance.sql("select count(*) from dossier")[0][0])
    first, last = have // len(sample), (wanted + len(sample) - 1) // len(sample) - 1
    for start in range(first, last + 1, 200):
        end = min(start + 199, last)
        codes_load(instance, key, (n * STEP + i for n in range(start, end + 1) for i in sample))
        instance.sql(
            "set session max_statement_time = 0, foreign_key_checks = 0, unique_checks = 0;\n"
            f"truncate bench_copy; insert into bench_copy select seq from seq_{start}_to_{end};\nstart transaction;\n" +
            copy_sql(instance, "dossier", STEP, {"number": "concat(t.number, '-', s.seq)", "lookup_hash": "c.hash",
                                                 "is_sample": "true"}) +
            copy_sql(instance, "branch", CHILD, {}) + copy_sql(instance, "task", CHILD, {}) +
            copy_sql(instance, "clock", CHILD, {}) +
            (people_sql(instance) if people else copy_sql(instance, "event", CHILD, {})) + "commit;\n")
    if people:
        instance.dev("cli", "names", "index")
    instance.sql("set session max_statement_time = 0; analyze table dossier, branch, task, event, clock, party, party_word;")
    count = int(instance.sql("set session max_statement_time = 0; select count(*) from dossier")[0][0])
    spread = [open_ones[k * 7 % len(open_ones)] + (1 + k * last // 1000 % last) * STEP for k in range(1000)]
    return count, [look_up_code(i) for i in dict.fromkeys(spread)]
