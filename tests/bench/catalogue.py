# SPDX-License-Identifier: Apache-2.0
# Copyright motcua contributors
"""A catalogue of any size in the form of the national one, made of the sample's procedures.

Names of real procedures have a kind of act, a subject and often a place or a case; further ones are made
by exchanging these, so that words are as frequent as in life and names differ.
"""
import json
import os

from instance import TOP

ACTS = ("Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Thu hồi", "Đăng ký", "Đăng ký lại", "Xác nhận", "Công nhận",
        "Thẩm định", "Phê duyệt", "Chấp thuận", "Bổ sung", "Chuyển nhượng", "Tạm ngừng", "Chấm dứt", "Khôi phục")
CASES = ("", "đối với tổ chức", "đối với cá nhân", "đối với hộ gia đình", "có yếu tố nước ngoài", "trong trường hợp bị mất, bị hỏng",
         "thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh", "thuộc thẩm quyền của Ủy ban nhân dân cấp xã", "tại khu vực biên giới",
         "cho doanh nghiệp có vốn đầu tư nước ngoài", "do thay đổi người đại diện theo pháp luật", "lần đầu", "theo ủy quyền",
         "đối với trường hợp đã được cấp trước năm 2014")
PLACES = ("", "Bắc Ninh", "Cà Mau", "Đồng Nai", "Lâm Đồng", "Nghệ An", "Quảng Trị", "Tây Ninh", "Thanh Hóa", "Vĩnh Long",
          "An Giang", "Gia Lai", "Hưng Yên", "Lào Cai", "Phú Thọ", "Sơn La")
TARGETS = (["Công dân Việt Nam"], ["Công dân Việt Nam", "Doanh nghiệp"], ["Doanh nghiệp"],
           ["Tổ chức (không bao gồm doanh nghiệp, HTX)"], ["Cán bộ, công chức, viên chức"])


def subject(name):
    """The name without its act."""
    for act in sorted(ACTS, key=len, reverse=True):
        if name.lower().startswith(act.lower() + " "):
            return name[len(act) + 1:]
    return name[0].lower() + name[1:]


def procedures(n):
    """n rows, those of the sample first; the same each time."""
    with open(os.path.join(TOP, "sql", "sample", "procedures.json"), encoding="utf-8") as f:
        sample = json.load(f)["items"]
    with open(os.path.join(TOP, "sql", "sample", "fields.json"), encoding="utf-8") as f:
        fields = {item["code"]: item["name"] for item in json.load(f)["items"]}
    seen = set()
    for number in range(n * 4):
        base = sample[number * 7 % len(sample)]
        round_, turn = divmod(number, len(sample))
        name = base["name"]
        place = ""
        if round_:
            act, case = ACTS[(turn * 5 + round_) % len(ACTS)], CASES[(turn + round_ * 3) % len(CASES)]
            place = PLACES[(turn * 3 + round_) % len(PLACES)] if round_ > 3 else ""
            name = f"{act} {subject(name)} {case}".strip()
        key = (name.lower(), place)
        if key in seen:
            continue
        seen.add(key)
        yield {
            "id": f"bench-{number}", "name": name, "code": f"8.{number:06d}", "codeNotation": f"8.{number:06d}",
            "categories": [fields.get(base.get("field"), "Khác")], "departments": ["Ủy ban nhân dân cấp Xã"],
            "departmentPromulgate": f"UBND tỉnh {place}" if place else "Bộ Tư pháp",
            "formalityTargetType": TARGETS[turn % len(TARGETS)], "state": "ACTIVE", "type": "SPECIFIC" if place else "STANDARD",
        }
        if len(seen) == n:
            return


def write(path, n):
    with open(path, "w", encoding="utf-8") as f:
        for row in procedures(n):
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
