/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "search_sample.h"

#define PROCEDURE(number, title, field, agency)                                                    \
    {                                                                                              \
        .code = number, .name = title, .fields = field, .agencies = agency,                        \
        .audience = SEARCH_CITIZEN, .level = SEARCH_COMMUNE                                        \
    }
#define COMMUNE "Ủy ban nhân dân cấp xã"
#define POLICE "Công an cấp tỉnh"

static const struct search_document documents[] = {
    PROCEDURE("1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", COMMUNE),
    PROCEDURE("1.004884", "Thủ tục đăng ký lại khai sinh", "Hộ tịch", COMMUNE),
    PROCEDURE("1.000894", "Thủ tục đăng ký kết hôn", "Hộ tịch", COMMUNE),
    PROCEDURE("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch", COMMUNE),
    PROCEDURE("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", COMMUNE),
    PROCEDURE("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "Hộ tịch",
              COMMUNE),
    PROCEDURE("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "Chứng thực",
              COMMUNE),
    PROCEDURE("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "Chứng thực", COMMUNE),
    PROCEDURE("1.004222", "Đăng ký thường trú", "Đăng ký, quản lý cư trú", "Công an cấp xã"),
    PROCEDURE("1.004194", "Đăng ký tạm trú", "Đăng ký, quản lý cư trú", "Công an cấp xã"),
    PROCEDURE("1.014061", "Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", "Căn cước", POLICE),
    PROCEDURE("1.014063", "Cấp đổi thẻ căn cước", "Căn cước", POLICE),
    PROCEDURE("1.014064", "Cấp lại thẻ căn cước", "Căn cước", POLICE),
    PROCEDURE("3.000346", "Cấp giấy phép lái xe", "Sát hạch lái xe", POLICE),
    PROCEDURE("3.000347", "Đổi giấy phép lái xe", "Sát hạch lái xe", POLICE),
    PROCEDURE("3.000348", "Cấp lại giấy phép lái xe", "Sát hạch lái xe", POLICE),
    PROCEDURE("1.001612", "Đăng ký thành lập hộ kinh doanh", "Hộ kinh doanh", COMMUNE),
    PROCEDURE("2.001583", "Đăng ký thành lập công ty TNHH một thành viên", "Doanh nghiệp",
              "Sở Tài chính"),
    PROCEDURE("2.002043", "Đăng ký thành lập công ty cổ phần", "Doanh nghiệp", "Sở Tài chính"),
    PROCEDURE("2.002023", "Giải thể doanh nghiệp", "Doanh nghiệp", "Sở Tài chính"),
    PROCEDURE("1.013978", "Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất lần đầu",
              "Đất đai", "Văn phòng đăng ký đất đai"),
    PROCEDURE("1.012783", "Cấp đổi Giấy chứng nhận quyền sử dụng đất", "Đất đai",
              "Văn phòng đăng ký đất đai"),
    PROCEDURE("1.012812", "Hòa giải tranh chấp đất đai", "Đất đai", COMMUNE),
    PROCEDURE("1.013225", "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ", "Xây dựng", COMMUNE),
    PROCEDURE("1.013227", "Gia hạn giấy phép xây dựng đối với nhà ở riêng lẻ", "Xây dựng", COMMUNE),
    PROCEDURE("1.014748", "Hưởng trợ cấp thất nghiệp", "Việc làm", "Trung tâm dịch vụ việc làm"),
    PROCEDURE("1.014171", "HƯỞNG LƯƠNG HƯU", "Bảo hiểm xã hội", "Bảo hiểm xã hội tỉnh"),
    { .code = "1.115001",
      .name = "Hỗ trợ chi phí hỏa táng",
      .fields = "Bảo trợ xã hội",
      .agencies = "UBND tỉnh Bắc Ninh",
      .province = "Bắc Ninh",
      .kind = SEARCH_SPECIFIC },
    { .code = "1.115002",
      .name = "Hỗ trợ chi phí hỏa táng",
      .fields = "Bảo trợ xã hội",
      .agencies = "UBND tỉnh Lào Cai",
      .province = "Lào Cai",
      .kind = SEARCH_SPECIFIC },
    { .code = "1.115003",
      .name = "Hỗ trợ chi phí hỏa táng",
      .fields = "Bảo trợ xã hội",
      .agencies = "UBND tỉnh Sơn La",
      .province = "Sơn La",
      .kind = SEARCH_SPECIFIC },
    { .code = "1.999901",
      .name = "Thẩm định nội bộ hồ sơ khai sinh",
      .fields = "Hộ tịch",
      .agencies = COMMUNE,
      .kind = SEARCH_INTERNAL },
    { .code = "1.999902",
      .name = "Cấp phép biểu diễn",
      .fields = "Văn hóa",
      .agencies = "Sở Văn hóa",
      .papers = "Kịch bản chương trình\nGiấy chứng sinh",
      .description = "Người tổ chức nộp kịch bản" },
};
enum { DOCUMENTS = sizeof documents / sizeof documents[0] };

#define LIST(...)                                                                                  \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__                                                                                \
    }
#define NONE NULL, 0

static const struct search_phrase phrases[] = {
    { "sổ đỏ", LIST("giấy chứng nhận quyền sử dụng đất"), 1, LIST("1.013978", "1.012783"), 2,
      SEARCH_PHRASE_COLLOQUIAL },
    { "mới sinh con làm giấy gì", LIST("đăng ký khai sinh"), 1, LIST("1.001193"), 1,
      SEARCH_PHRASE_INTENT },
    { "mở cửa hàng tạp hóa", LIST("đăng ký thành lập hộ kinh doanh"), 1, LIST("1.001612"), 1,
      SEARCH_PHRASE_INTENT },
    { "giấy độc thân", LIST("giấy xác nhận tình trạng hôn nhân"), 1, LIST("1.004873"), 1,
      SEARCH_PHRASE_COLLOQUIAL },
    { "cccd", LIST("thẻ căn cước"), 1, LIST("1.014061"), 1, SEARCH_PHRASE_ABBREVIATION },
    { "mất bằng lái", LIST("cấp lại giấy phép lái xe"), 1, LIST("3.000348", "9.999999"), 2,
      SEARCH_PHRASE_INTENT },
    { "bằng lái", LIST("giấy phép lái xe"), 1, LIST("3.000346"), 1, SEARCH_PHRASE_COLLOQUIAL },
    { "marriage", LIST("kết hôn"), 1, LIST("1.000894"), 1, SEARCH_PHRASE_ENGLISH },
    { "driving license", LIST("giấy phép lái xe"), 1, LIST("3.000346"), 1, SEARCH_PHRASE_ENGLISH },
    { "tiệm", LIST("cửa hàng"), 1, NONE, SEARCH_PHRASE_SAME },
    { "quán", LIST("cửa hàng"), 1, NONE, SEARCH_PHRASE_SAME },
    { "rớt", LIST("bị mất"), 1, NONE, SEARCH_PHRASE_SAME },
    { "mất", LIST("bị mất"), 1, NONE, SEARCH_PHRASE_SAME },
    { "giá vàng", NONE, NONE, SEARCH_PHRASE_OUTSIDE },
    { "mua bốn bánh", NONE, NONE, SEARCH_PHRASE_OUTSIDE },
    { "bốn bánh", LIST("giấy phép lái xe"), 1, NONE, SEARCH_PHRASE_COLLOQUIAL },
    { "", NONE, NONE, SEARCH_PHRASE_COLLOQUIAL },
};
enum { PHRASES = sizeof phrases / sizeof phrases[0] };

struct search_index *sample_open(void)
{
    return search_open(documents, DOCUMENTS, phrases, PHRASES);
}

const char *sample_code(const struct search_answer *answer, size_t place)
{
    return place < answer->total ? documents[answer->hits[place].document].code : "";
}

const char *sample_name(uint32_t document)
{
    return document < DOCUMENTS ? documents[document].name : "";
}

size_t sample_size(void)
{
    return DOCUMENTS;
}

const char *sample_first(struct search_index *index, const char *query)
{
    struct search_answer answer;

    search_run(index, query, NULL, &answer);
    return sample_code(&answer, 0);
}
