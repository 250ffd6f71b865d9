/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "search/memory.h"

static const char function_words[] = "ad à ạ ai anh bao bạn bị bởi các cần chi chị cho chúng có "
                                     "của cùng da dạ đâu để do được đó em gì "
                                     "giúp giùm ha hay hoặc hỏi hả khi không là lâu lắm lại làm mà "
                                     "mình một muốn nào này nếu nha nhà nhé "
                                     "nhiều như những ở ơi phải ra rồi sao ta tại thế theo thì tôi "
                                     "tui tớ và vào vậy về với vừa xin xong "
                                     "nữa mấy luôn hết hoài miếng cái chiếc mảnh tờ vài thằng bác "
                                     "cô dì cậu mợ đang đã sẽ kia con ban chung";

static const char office_words[] =
    "bằng cấp căn chứng chung đăng đổi giấy hiện hồ hộ khác ký mất mở mới ngày người nộp quy định "
    "sang sơ số thủ thực tỉnh tờ trên trong tục bản";

enum { TABLE_WORDS = 256 };

const struct word_frame word_frames[] = {
    { "lam the nao", 0 },
    { "nhu the nao", 0 },
    { "lam sao", 0 },
    { "bang cach nao", 0 },
    { "can gi", 0 },
    { "can nhung gi", 0 },
    { "can giay to gi", 0 },
    { "can nhung giay to gi", 0 },
    { "can ho so gi", 0 },
    { "o dau", 0 },
    { "cho nao", 0 },
    { "bao nhieu tien", 0 },
    { "bao nhieu", 0 },
    { "bao lau", 0 },
    { "may ngay", 0 },
    { "may tien", 0 },
    { "mat bao lau", 0 },
    { "mat may ngay", 0 },
    { "cho toi hoi", 0 },
    { "cho em hoi", 0 },
    { "cho minh hoi", 0 },
    { "cho hoi", 0 },
    { "xin hoi", 0 },
    { "giup toi", 0 },
    { "can nop gi", 0 },
    { "nop o dau", 0 },
    { "gap ai", 0 },
    { "hoi ai", 0 },
    { "thi phai", 0 },
    { "phai lam gi", 0 },
    { "lam gi", 0 },
    { "lam giay gi", 0.05F },
    { "thu tuc gi", 0.05F },
    { "giay to gi", 0.05F },
    { "ho so gi", 0.05F },
    { "ho so gom", 0.05F },
    { "huong dan toi", 0 },
    { "con gai toi", 0.2F },
    { "con trai toi", 0.2F },
    { "em gai toi", 0.2F },
    { "em trai toi", 0.2F },
    { "anh trai", 0.2F },
    { "chi gai", 0.2F },
    { "gia dinh toi", 0.2F },
    { "gia dinh em", 0.2F },
    { "ong noi", 0.4F },
    { "ba noi", 0.4F },
    { "ong ngoai", 0.4F },
    { "ba ngoai", 0.4F },
    { "thu tuc", 0.1F },
    { "thu tuc hanh chinh", 0.1F },
    { "linh vuc", 0.05F },
    { "ho so", 0.3F },
    { "giay to", 0.3F },
    { "dich vu cong", 0.1F },
    { "truc tuyen", 0.3F },
};
const size_t word_frames_count = sizeof(word_frames) / sizeof(word_frames[0]);

static const char *const modifiers[] = {
    "cap lai",     "gia han",        "dieu chinh",  "sua doi",          "bo sung",     "thu hoi",
    "huy",         "huy bo",         "cham dut",    "trinh bao",        "doi",         "cap doi",
    "xoa",         "dinh chinh",     "thay doi",    "tam dung",         "tam ngung",   "giai the",
    "mien nhiem",  "dung",           "dang ki lai", "dang ki thay doi", "cap sua doi", "chuyen doi",
    "thong bao",   "bao cao",        "rut",         "tiep tuc",         "tu choi",     "khoi phuc",
    "cap bo sung", "cap dieu chinh", "khoa",        "mo khoa",          "cap gia han", "hop nhat",
    "sap nhap",    "ngung",          "bai bo",      "dinh chi",
};

static int entry_compare(const void *a, const void *b)
{
    const struct word_entry *left = a;
    const struct word_entry *right = b;
    int order = strcmp(left->syllable.fold, right->syllable.fold);

    if (order == 0 && left->weight != right->weight)
        order = left->weight < right->weight ? -1 : 1;
    return order;
}

static void table_add(struct word_table *table, const char *words, float weight)
{
    size_t length = strlen(words);
    size_t at = 0;

    while (table->n < TABLE_WORDS) {
        struct word_entry *entry = &table->entry[table->n];

        if (!fold_next(words, length, &at, &entry->syllable))
            break;
        entry->weight = weight;
        table->n++;
    }
}

void word_table_init(struct word_table *table)
{
    table->entry = memory_get(TABLE_WORDS, sizeof(*table->entry));
    table->n = 0;
    table_add(table, function_words, 0.12F);
    table_add(table, office_words, 0.35F);
    qsort(table->entry, table->n, sizeof(*table->entry), entry_compare);
}

void word_table_release(struct word_table *table)
{
    free(table->entry);
    memset(table, 0, sizeof(*table));
}

float word_weight(const struct word_table *table, const struct syllable *word, bool marked)
{
    if (strspn(word->fold, "0123456789") == strlen(word->fold))
        return 0.35F;
    size_t low = 0;
    size_t high = table->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(table->entry[middle].syllable.fold, word->fold) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    float weight = 0;

    for (; low < table->n; low++) {
        const struct word_entry *entry = &table->entry[low];

        if (strcmp(entry->syllable.fold, word->fold) != 0)
            break;
        if (!marked || strcmp(entry->syllable.key, word->key) == 0)
            weight = fmaxf(weight, entry->weight);
    }
    return weight > 0 ? weight : 1.0F;
}

float word_weight_english(const char *fold)
{
    static const char words[] = " a an and are at by can do does for from get have how i in is it "
                                "my of on or the to what where with need want apply "
                                "vietnam vietnamese please new obtain make ";
    char padded[FOLD_MAX + 3] = " ";

    memcpy(padded + 1, fold, strlen(fold));
    padded[strlen(fold) + 1] = ' ';
    return strstr(words, padded) ? 0.05F : 0.5F;
}

int word_modifier(const char *fold_name)
{
    int best = -1;
    size_t best_length = 0;

    if (strncmp(fold_name, "thu tuc ", 8) == 0)
        fold_name += 8;
    for (size_t i = 0; i < sizeof(modifiers) / sizeof(modifiers[0]); i++) {
        size_t length = strlen(modifiers[i]);
        bool begins = strncmp(fold_name, modifiers[i], length) == 0;

        if (begins && (fold_name[length] == ' ' || !fold_name[length]) && length > best_length) {
            best = (int)i;
            best_length = length;
        }
    }
    return best;
}

const char *word_modifier_text(int modifier)
{
    return modifier < 0 ? "" : modifiers[modifier];
}
