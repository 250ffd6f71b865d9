/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include "staff/routes.h"

#include "staff/account.h"
#include "staff/dossier_files.h"
#include "staff/act.h"
#include "staff/batch.h"
#include "staff/devices.h"
#include "staff/dossier.h"
#include "staff/find.h"
#include "staff/hall_advice.h"
#include "staff/hall_ledger.h"
#include "staff/hall_live.h"
#include "staff/hall_replay.h"
#include "staff/hall_report.h"
#include "staff/hall_settings.h"
#include "staff/hall_view.h"
#include "staff/home.h"
#include "staff/listen.h"
#include "staff/paper.h"
#include "staff/people.h"
#include "staff/photo.h"
#include "staff/ratings.h"
#include "staff/reception.h"
#include "staff/rights.h"
#include "staff/sign_in.h"
#include "staff/substitution.h"
#include "staff/surveys.h"
#include "staff/workflows.h"

/* Files themselves are no parameters; the field is declared so that a refusal has its place. */
#define FILES_NEW {"tepmoi", TEXT, .optional = true}
#define FILES_OF_PAPER {"giay", COUNT, .optional = true}
#include "staff/work.h"

#define DEVICE_INPUTS \
    {"loai", CHOICE, .choices = devices_kinds}, {"sanh", ID}, {"quay", ID, .optional = true}, \
        {"khu", TEXT, .max = 40, .optional = true}, {"ten", TEXT, .max = 80}, \
        {"noi", TEXT, .max = 120, .optional = true}, {"cochu", COUNT, .optional = true}

const struct route staff_routes[] = {
    {GET, "/can-bo", RIGHT_SIGNED_IN, staff_home, .help = "first page: who I am, where I may do what"},

    {GET, "/can-bo/duoc-nghe/{kenh}", RIGHT_SIGNED_IN, staff_listen, {{"kenh", TEXT, .max = 67}}, .api = true,
     .help = "asked by nginx: may this browser listen to live news"},

    /* ---- signing in and out ---- */
    {GET, "/can-bo/dang-nhap", ANYONE, sign_in_form,
     {{"tiep", TEXT, .max = 300, .optional = true}, {"ten", TEXT, .max = 60, .optional = true}},
     .help = "sign in: name and password"},
    {POST, "/can-bo/dang-nhap", ANYONE, sign_in_password,
     {{"ten", TEXT, .max = 60}, {"matkhau", LINES, .max = 200, .secret = true},
      {"tiep", TEXT, .max = 300, .optional = true}},
     .again = "staff/sign_in.cs", .help = "sign in: name and password"},
    {GET, "/can-bo/dang-nhap/ma", ANYONE, sign_in_code_form, .help = "sign in: one-time code"},
    {POST, "/can-bo/dang-nhap/ma", ANYONE, sign_in_code, {{"ma", TEXT, .max = 20, .secret = true}},
     .again = "staff/sign_in_code.cs", .help = "sign in: one-time code"},
    {GET, "/can-bo/dang-nhap/mat-khau-moi", ANYONE, sign_in_first_form,
     .help = "sign in: a password of one's own"},
    {POST, "/can-bo/dang-nhap/mat-khau-moi", ANYONE, sign_in_first,
     {{"moi", LINES, .max = 200, .secret = true}, {"lai", LINES, .max = 200, .secret = true}},
     .again = "staff/sign_in_first.cs", .help = "sign in: a password of one's own"},
    {GET, "/can-bo/dang-nhap/ung-dung", ANYONE, sign_in_app_form, .help = "sign in: an authenticator app"},
    {POST, "/can-bo/dang-nhap/ung-dung", ANYONE, sign_in_app, {{"ma", TEXT, .max = 20, .secret = true}},
     .again = "staff/sign_in_app.cs", .help = "sign in: an authenticator app"},
    {GET, "/can-bo/dang-nhap/ung-dung/ma.svg", ANYONE, sign_in_app_qr, .help = "sign in: what the app scans"},
    {POST, "/can-bo/dang-xuat", RIGHT_SIGNED_IN, sign_out, .help = "sign out"},

    /* ---- my account ---- */
    {GET, "/can-bo/tai-khoan", RIGHT_SIGNED_IN, account_page, .help = "my account and sessions"},
    {GET, "/can-bo/tai-khoan/mat-khau", RIGHT_SIGNED_IN, account_password_form, .help = "change my password"},
    {POST, "/can-bo/tai-khoan/mat-khau", RIGHT_SIGNED_IN, account_password,
     {{"matkhau", LINES, .max = 200, .secret = true}, {"moi", LINES, .max = 200, .secret = true},
      {"lai", LINES, .max = 200, .secret = true}},
     .again = "staff/account_password.cs", .help = "change my password"},
    {GET, "/can-bo/tai-khoan/ung-dung", RIGHT_SIGNED_IN, account_app_form, .help = "another authenticator app"},
    {POST, "/can-bo/tai-khoan/ung-dung", RIGHT_SIGNED_IN, account_app,
     {{"matkhau", LINES, .max = 200, .secret = true}, {"macu", TEXT, .max = 20, .secret = true},
      {"ma", TEXT, .max = 20, .secret = true}},
     .again = "staff/account_app.cs", .help = "another authenticator app"},
    {GET, "/can-bo/tai-khoan/ung-dung/ma.svg", RIGHT_SIGNED_IN, account_app_qr,
     .help = "what the other app scans"},
    {GET, "/can-bo/tai-khoan/ma-du-phong", RIGHT_SIGNED_IN, account_recovery_page, .help = "recovery codes, once"},
    {POST, "/can-bo/tai-khoan/ma-du-phong", RIGHT_SIGNED_IN, account_recovery_make,
     {{"matkhau", LINES, .max = 200, .secret = true}},
     .again = "staff/account_recovery.cs", .help = "new recovery codes"},
    {POST, "/can-bo/tai-khoan/phien/{id}/ket-thuc", RIGHT_SIGNED_IN, account_session_end, {{"id", ID}},
     .help = "end one of my sessions"},
    {POST, "/can-bo/tai-khoan/phien/ket-thuc-khac", RIGHT_SIGNED_IN, account_sessions_end,
     .help = "end all my other sessions"},

    /* ---- accounts and rights ---- */
    {GET, "/can-bo/nguoi-dung", RIGHT_ADMIN, people_list,
     {{"q", QUERY, .max = 80, .optional = true}, {"trang", COUNT, .optional = true}}, .help = "accounts"},
    {GET, "/can-bo/nguoi-dung/moi", RIGHT_ADMIN, people_add_form, .help = "a new account"},
    {POST, "/can-bo/nguoi-dung/moi", RIGHT_ADMIN, people_add,
     {{"ten", TEXT, .max = 60}, {"hoten", TEXT, .max = 120}, {"donvi", CODE, .max = 30},
      {"chucdanh", TEXT, .max = 120, .optional = true}, {"email", TEXT, .max = 120, .optional = true},
      {"dienthoai", TEXT, .max = 30, .optional = true}},
     .again = "staff/person_add.cs", .help = "a new account"},
    {GET, "/can-bo/nguoi-dung/{id}", RIGHT_ADMIN, people_person, {{"id", ID}}, .help = "one account and its rights"},
    {POST, "/can-bo/nguoi-dung/{id}/khoa", RIGHT_ADMIN, people_close, {{"id", ID}}, .help = "close an account"},
    {POST, "/can-bo/nguoi-dung/{id}/mo", RIGHT_ADMIN, people_open, {{"id", ID}}, .help = "open it again"},
    {POST, "/can-bo/nguoi-dung/{id}/cap-lai", RIGHT_ADMIN, people_reset, {{"id", ID}},
     .help = "a new first password"},
    {GET, "/can-bo/nguoi-dung/{id}/quyen", RIGHT_ADMIN, people_grant_form, {{"id", ID}}, .help = "grant a right"},
    {POST, "/can-bo/nguoi-dung/{id}/quyen", RIGHT_ADMIN, people_grant,
     {{"id", ID}, {"vaitro", CHOICE, .choices = people_roles}, {"noi", CODE, .max = 30, .optional = true},
      {"tu", DATE}, {"den", DATE, .optional = true},
      {"phan", COUNT, .optional = true}},
     .again = "staff/person_grant.cs", .help = "grant a right"},
    {POST, "/can-bo/nguoi-dung/{id}/quyen/{quyen}/thu-hoi", RIGHT_ADMIN, people_withdraw,
     {{"id", ID}, {"quyen", ID}}, .help = "withdraw a right"},
    {GET, "/can-bo/nguoi-dung/{id}/anh", RIGHT_ADMIN, photo_page, {{"id", ID}, FILES_NEW},
     .help = "portrait of an officer"},
    {POST, "/can-bo/nguoi-dung/{id}/anh", RIGHT_ADMIN, photo_set, {{"id", ID}, FILES_NEW},
     .again = "staff/photo.cs", .files = 1, .help = "sets it"},
    {POST, "/can-bo/nguoi-dung/{id}/anh/go", RIGHT_ADMIN, photo_drop, {{"id", ID}}, .help = "takes it away"},
    {GET, "/can-bo/nguoi-dung/{id}/anh/xem", RIGHT_ADMIN, photo_show, {{"id", ID}}, .help = "the portrait itself"},
    {GET, "/can-bo/thay-mat", RIGHT_SUBSTITUTE, substitution_page, .help = "who stands in for whom"},
    {POST, "/can-bo/thay-mat", RIGHT_SUBSTITUTE, substitution_set,
     {{"vang", TEXT, .max = 60}, {"thay", TEXT, .max = 60}, {"tu", DATE}, {"den", DATE}},
     .again = "staff/substitution.cs", .help = "arrange a substitute"},
    {POST, "/can-bo/thay-mat/{id}/ket-thuc", RIGHT_SUBSTITUTE, substitution_finish, {{"id", ID}},
     .help = "end a substitution"},
    /* ---- end of accounts ---- */

    /* ---- devices of the halls ---- */
    {GET, "/can-bo/thiet-bi", RIGHT_DEVICES, devices_list, .help = "devices of the halls, and how they are"},
    {GET, "/can-bo/thiet-bi/ghep", RIGHT_DEVICES, devices_approve_form, .help = "let a device in by its pairing code"},
    {POST, "/can-bo/thiet-bi/ghep", RIGHT_DEVICES, devices_approve, {{"ma", TEXT, .max = 20}, DEVICE_INPUTS},
     .again = "staff/device_form.cs", .help = "let a device in by its pairing code"},
    {GET, "/can-bo/thiet-bi/{id}", RIGHT_DEVICES, devices_page, {{"id", ID}, {"vua", SLUG, .optional = true}},
     .help = "one device: what it is, how it is, its self-tests"},
    {GET, "/can-bo/thiet-bi/{id}/sua", RIGHT_DEVICES, devices_change_form, {{"id", ID}}, .help = "change a device"},
    {POST, "/can-bo/thiet-bi/{id}/sua", RIGHT_DEVICES, devices_change,
     {{"id", ID}, {"vet", CODE, .max = 16}, DEVICE_INPUTS}, .again = "staff/device_form.cs", .help = "change a device"},
    {POST, "/can-bo/thiet-bi/{id}/yeu-cau", RIGHT_DEVICES, devices_want,
     {{"id", ID}, {"viec", CHOICE, .choices = devices_wishes}}, .help = "ask a device to reload or to test itself"},
    {POST, "/can-bo/thiet-bi/{id}/thu-hoi", RIGHT_DEVICES, devices_revoke, {{"id", ID}}, .help = "shut a device out"},

    /* ---- workflows ---- */
    {GET, "/can-bo/quy-trinh", RIGHT_ADMIN, workflows_list, .help = "workflows in force and drafts"},
    {POST, "/can-bo/quy-trinh", RIGHT_ADMIN, workflows_begin,
     {{"ma", SLUG, .max = 60}, {"tu", SLUG, .max = 60}},
     .again = "staff/workflows.cs", .help = "a draft of a new workflow"},
    {GET, "/can-bo/quy-trinh/{ma}", RIGHT_ADMIN, workflows_page,
     {{"ma", SLUG, .max = 60}, {"ban", COUNT, .optional = true}}, .help = "an edition of a workflow"},
    {GET, "/can-bo/quy-trinh/{ma}/tai-ve", RIGHT_ADMIN, workflows_download,
     {{"ma", SLUG, .max = 60}, {"ban", COUNT, .optional = true}}, .help = "an edition of a workflow as a file"},
    {GET, "/can-bo/quy-trinh/{ma}/sua", RIGHT_ADMIN, workflows_edit, {{"ma", SLUG, .max = 60}},
     .help = "draft of a workflow and its check"},
    {POST, "/can-bo/quy-trinh/{ma}/sua", RIGHT_ADMIN, workflows_save,
     {{"ma", SLUG, .max = 60}, {"noidung", LINES, .max = WORKFLOW_BODY_MAX}, {"phien", COUNT}},
     .again = "staff/workflow_edit.cs", .help = "saves a draft"},
    {POST, "/can-bo/quy-trinh/{ma}/bo-nhap", RIGHT_ADMIN, workflows_drop, {{"ma", SLUG, .max = 60}},
     .help = "throws a draft away"},
    {GET, "/can-bo/quy-trinh/{ma}/phat-hanh", RIGHT_ADMIN, workflows_confirm, {{"ma", SLUG, .max = 60}},
     .help = "what publishing a draft will change"},
    {POST, "/can-bo/quy-trinh/{ma}/phat-hanh", RIGHT_ADMIN, workflows_publish,
     {{"ma", SLUG, .max = 60}, {"phien", COUNT}, {"ban", COUNT}}, .help = "publishes a draft"},
    /* ---- worklists and finding dossiers ---- */
    {GET, "/can-bo/viec", RIGHT_DOSSIER_READ, work_list,
     {WORK_INPUTS, {"ten", TEXT, .max = 60, .optional = true}},
     .help = "what is to be done, by whom, until when"},
    {POST, "/can-bo/viec", RIGHT_DOSSIER_READ, work_filter_save,
     {WORK_INPUTS, {"ten", TEXT, .max = 60}, {"macdinh", FLAG, .optional = true}},
     .again = "staff/work.cs", .help = "keeps a filter of the worklist"},
    {POST, "/can-bo/viec/bo-loc/{id}/xoa", RIGHT_DOSSIER_READ, work_filter_drop, {{"id", ID}},
     .help = "forgets a filter of the worklist"},
    {POST, "/can-bo/viec/nhieu", RIGHT_DOSSIER_READ, batch_choose, {BATCH_INPUTS}, .asks = true,
     .help = "one act for several dossiers: which, and what it will do to each"},
    {POST, "/can-bo/viec/nhieu/lam", RIGHT_DOSSIER_READ, batch_do, {BATCH_INPUTS}, .numbers = true,
     .help = "does it; each dossier has its own outcome"},
    {GET, "/can-bo/viec/nhieu/{id}", RIGHT_DOSSIER_READ, batch_page, {{"id", ID}},
     .help = "what became of each"},
    {GET, "/can-bo/ho-so", RIGHT_DOSSIER_READ, find_form, {FIND_INPUTS}, .help = "finding dossiers"},
    {POST, "/can-bo/ho-so", RIGHT_DOSSIER_READ, find_ask, {FIND_INPUTS}, .asks = true,
     .again = "staff/find.cs", .help = "finding dossiers by number, code, name, paper or telephone"},

    /* ---- reception at the counter ---- */
    {GET, "/can-bo/tiep-nhan", RIGHT_DOSSIER_RECEIVE, reception_form, {RECEPTION_INPUTS},
     .help = "reception at the counter"},
    {POST, "/can-bo/tiep-nhan", RIGHT_DOSSIER_RECEIVE, reception_save, {RECEPTION_INPUTS},
     .again = "staff/reception.cs", .numbers = true, .help = "receives a dossier"},
    {GET, "/can-bo/tiep-nhan/xem", RIGHT_DOSSIER_RECEIVE, reception_form, {RECEPTION_INPUTS},
     .help = "reception at the counter"},
    {POST, "/can-bo/tiep-nhan/xem", RIGHT_DOSSIER_RECEIVE, reception_check, {RECEPTION_INPUTS},
     .asks = true, .again = "staff/reception.cs",
     .help = "papers, fees and due time before saving; changes nothing"},
    {GET, "/can-bo/tiep-nhan/thu-tuc", RIGHT_DOSSIER_RECEIVE, reception_procedures,
     {{"q", QUERY, .max = 120}}, .help = "procedures this clerk receives, as JSON"},
    {GET, "/can-bo/ho-so/{id}/da-nhan", RIGHT_DOSSIER_RECEIVE, reception_received, {{"id", ID}},
     .help = "number, look-up code and prints after reception"},
    {GET, "/can-bo/ho-so/{id}/sua-tiep-nhan", RIGHT_DOSSIER_RECEIVE, reception_correct_form,
     {{"id", ID}, RECEPTION_INPUTS}, .help = "correct a reception before anything else happened"},
    {POST, "/can-bo/ho-so/{id}/sua-tiep-nhan", RIGHT_DOSSIER_RECEIVE, reception_correct,
     {{"id", ID}, RECEPTION_INPUTS}, .again = "staff/reception.cs",
     .help = "corrects a reception, with a reason"},

    /* ---- papers to print ---- */
    {GET, "/can-bo/ho-so/{id}/in/{form}", RIGHT_PAPER_PRINT, paper_print,
     {{"id", ID}, {"form", CODE, .max = 40}, {"kho", CHOICE, .optional = true, .choices = paper_sizes},
      {"lan", COUNT, .optional = true}},
     .help = "a statutory paper of a dossier, as a page or as .pdf"},
    {GET, "/can-bo/in/so-theo-doi", RIGHT_PAPER_PRINT, paper_register_print,
     {{"co-quan", CODE, .max = 30, .optional = true}, {"tu", DATE, .optional = true}, {"den", DATE, .optional = true},
      {"phan", COUNT, .optional = true}},
     .help = "register of an office for a period"},
    {GET, "/can-bo/in/so-theo-doi.pdf", RIGHT_PAPER_PRINT, paper_register_pdf,
     {{"co-quan", CODE, .max = 30, .optional = true}, {"tu", DATE, .optional = true}, {"den", DATE, .optional = true},
      {"phan", COUNT, .optional = true}},
     .help = "the same as PDF"},
    {GET, "/can-bo/in/ban-giao", RIGHT_PAPER_PRINT, paper_handover_print,
     {{"co-quan", CODE, .max = 30, .optional = true}, {"toi", CODE, .max = 30, .optional = true},
      {"ngay", DATE, .optional = true}, {"phan", COUNT, .optional = true}},
     .help = "what a unit handed on in a day"},
    {GET, "/can-bo/in/ban-giao.pdf", RIGHT_PAPER_PRINT, paper_handover_pdf,
     {{"co-quan", CODE, .max = 30, .optional = true}, {"toi", CODE, .max = 30, .optional = true},
      {"ngay", DATE, .optional = true}, {"phan", COUNT, .optional = true}},
     .help = "the same as PDF"},

    /* ---- files of a dossier ---- */
    {GET, "/can-bo/ho-so/{id}/tep", RIGHT_DOSSIER_READ, dossier_files_page,
     {{"id", ID}, {"loai", CHOICE, .choices = dossier_files_kinds, .optional = true}, FILES_OF_PAPER, FILES_NEW},
     .help = "files of a dossier"},
    {POST, "/can-bo/ho-so/{id}/tep", RIGHT_DOSSIER_READ, dossier_files_upload,
     {{"id", ID}, {"loai", CHOICE, .choices = dossier_files_kinds}, FILES_OF_PAPER, FILES_NEW},
     .again = "staff/files.cs", .files = 8, .help = "adds files to a dossier"},
    {GET, "/can-bo/ho-so/{id}/tep/{tep}", RIGHT_DOSSIER_READ, dossier_files_download, {{"id", ID}, {"tep", ID}},
     .help = "a file of a dossier"},
    {GET, "/can-bo/ho-so/{id}/tep/{tep}/thay", RIGHT_DOSSIER_READ, dossier_files_replace_form,
     {{"id", ID}, {"tep", ID}, FILES_NEW}, .help = "another version of a file"},
    {POST, "/can-bo/ho-so/{id}/tep/{tep}/thay", RIGHT_DOSSIER_READ, dossier_files_replace,
     {{"id", ID}, {"tep", ID}, FILES_NEW}, .again = "staff/file_replace.cs", .files = 1,
     .help = "another version of a file"},
    {GET, "/can-bo/ho-so/{id}/tep/{tep}/go", RIGHT_DOSSIER_READ, dossier_files_remove_form,
     {{"id", ID}, {"tep", ID}, {"lydo", TEXT, .max = 500, .optional = true}}, .help = "marks a file as removed"},
    {POST, "/can-bo/ho-so/{id}/tep/{tep}/go", RIGHT_DOSSIER_READ, dossier_files_remove,
     {{"id", ID}, {"tep", ID}, {"lydo", TEXT, .max = 500}}, .again = "staff/file_remove.cs",
     .help = "marks a file as removed"},
    {GET, "/can-bo/in/nhan-theo-nhom", RIGHT_PAPER_PRINT, paper_group_print, {{"ho-so", ID}},
     .help = "list of the dossiers one submitter handed in together"},
    {GET, "/can-bo/in/nhan-theo-nhom.pdf", RIGHT_PAPER_PRINT, paper_group_pdf, {{"ho-so", ID}},
     .help = "the same as PDF"},

    /* ---- one dossier ---- */
    {GET, "/can-bo/ho-so/{id}", RIGHT_DOSSIER_READ, dossier_view,
     {{"id", ID}, {"xong", COUNT, .optional = true}, {"giay", CODE, .max = 60, .optional = true}},
     .help = "a dossier: where it stands, what is to be done, what happened"},
    {GET, "/can-bo/ho-so/{id}/lam/{viec}", RIGHT_DOSSIER_READ, act_form, {ACT_INPUTS},
     .help = "what an act will do, and what it needs"},
    {POST, "/can-bo/ho-so/{id}/lam/{viec}", RIGHT_DOSSIER_READ, act_post, {ACT_INPUTS},
     .again = "staff/act.cs", .numbers = true, .help = "does something to a dossier"},

    /* ---- how the halls run ---- */
    {GET, "/can-bo/sanh", RIGHT_HALL, hall_live_page, {HALL_ASKED}, .help = "a hall now: who waits, who is where"},
    {GET, "/can-bo/sanh/trang-thai", RIGHT_HALL, hall_live_state, {HALL_ASKED}, .api = true,
     .help = "asked by the page of a hall: has anything changed"},
    {GET, "/can-bo/sanh/goi-y", RIGHT_HALL, hall_advice_page, {HALL_ASKED},
     .help = "which counter to open now, and how that is calculated"},
    {GET, "/can-bo/sanh/phat-lai", RIGHT_HALL, hall_replay_page,
     {HALL_ASKED, {"ngay", DATE, .optional = true}, {"luc", TEXT, .max = 8, .optional = true}},
     .again = "staff/hall_replay.cs", .help = "a hall as it was at any time of any day"},
    {GET, "/can-bo/sanh/cong-bang", RIGHT_HALL, hall_ledger_page, {HALL_ASKED, {"ngay", DATE, .optional = true}},
     .again = "staff/hall_ledger.cs", .help = "fairness ledger: calls that passed somebody, and why"},
    {GET, "/can-bo/sanh/cong-bang.csv", RIGHT_HALL, hall_ledger_csv, {HALL_ASKED, {"ngay", DATE, .optional = true}},
     .help = "the same as a table"},
    {GET, "/can-bo/sanh/bao-cao", RIGHT_HALL, hall_report_page, {HALL_ASKED, HALL_PERIOD},
     .again = "staff/hall_report.cs", .help = "how a hall ran on a day or in a period"},
    {GET, "/can-bo/sanh/bao-cao.csv", RIGHT_HALL, hall_report_csv, {HALL_ASKED, HALL_PERIOD},
     .help = "the same as a table"},
    /* ---- end of how the halls run ---- */

    /* ---- what the halls consist of ---- */
    {GET, "/can-bo/sanh/cai-dat", RIGHT_HALL_SET, hall_settings_list, .help = "halls whose settings one may change"},
    {GET, "/can-bo/sanh/cai-dat/moi", RIGHT_HALL_SET, hall_settings_add_form, .help = "a new hall"},
    {POST, "/can-bo/sanh/cai-dat/moi", RIGHT_HALL_SET, hall_settings_add,
     {{"ma", SLUG, .max = 20}, {"coquan", CODE, .max = 30}, HALL_INPUTS},
     .again = "staff/hall_rules.cs", .help = "adds a hall"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}", RIGHT_HALL_SET, hall_settings_hall, {HALL_CODE},
     .help = "rules, groups, services and counters of a hall"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/sua", RIGHT_HALL_SET, hall_settings_form, {HALL_CODE},
     .help = "rules of a hall"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/sua", RIGHT_HALL_SET, hall_settings_save, {HALL_CODE, HALL_INPUTS},
     .again = "staff/hall_rules.cs", .help = "changes the rules of a hall"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/nhom/moi", RIGHT_HALL_SET, hall_settings_group_form, {HALL_CODE},
     .help = "a new group of services"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/nhom/moi", RIGHT_HALL_SET, hall_settings_group_save,
     {HALL_CODE, HALL_GROUP_INPUTS}, .again = "staff/hall_group.cs", .help = "adds a group of services"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/nhom/{id}", RIGHT_HALL_SET, hall_settings_group_form, {HALL_CODE, {"id", ID}},
     .help = "a group of services"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/nhom/{id}", RIGHT_HALL_SET, hall_settings_group_save,
     {HALL_CODE, {"id", ID}, HALL_GROUP_INPUTS}, .again = "staff/hall_group.cs",
     .help = "changes a group of services"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/moi", RIGHT_HALL_SET, hall_settings_service_form,
     {HALL_CODE, {"nhom", ID}}, .help = "a new service"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/moi", RIGHT_HALL_SET, hall_settings_service_save,
     {HALL_CODE, {"nhom", ID}, HALL_SERVICE_INPUTS}, .again = "staff/hall_service.cs", .help = "adds a service"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/{id}", RIGHT_HALL_SET, hall_settings_service_form,
     {HALL_CODE, {"nhom", ID}, {"id", ID}}, .help = "a service and its fields"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/{id}", RIGHT_HALL_SET, hall_settings_service_save,
     {HALL_CODE, {"nhom", ID}, {"id", ID}, HALL_SERVICE_INPUTS}, .again = "staff/hall_service.cs",
     .help = "changes a service"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/quay/moi", RIGHT_HALL_SET, hall_settings_counter_form, {HALL_CODE},
     .help = "a new counter"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/quay/moi", RIGHT_HALL_SET, hall_settings_counter_save,
     {HALL_CODE, HALL_COUNTER_INPUTS}, .again = "staff/hall_counter.cs", .help = "adds a counter"},
    {GET, "/can-bo/sanh/cai-dat/{sanh}/quay/{id}", RIGHT_HALL_SET, hall_settings_counter_form, {HALL_CODE, {"id", ID}},
     .help = "a counter"},
    {POST, "/can-bo/sanh/cai-dat/{sanh}/quay/{id}", RIGHT_HALL_SET, hall_settings_counter_save,
     {HALL_CODE, {"id", ID}, HALL_COUNTER_INPUTS}, .again = "staff/hall_counter.cs", .help = "changes a counter"},
    /* ---- end of the settings of halls ---- */

    /* ---- ratings ---- */
    {GET, "/can-bo/danh-gia", RIGHT_DOSSIER_READ, ratings_page, {RATINGS_INPUTS},
     .help = "votes added up: one's own, of one's unit, of all in scope"},
    {GET, "/can-bo/danh-gia.csv", RIGHT_DOSSIER_READ, ratings_csv, {RATINGS_INPUTS}, .help = "the same as a table"},
    {GET, "/can-bo/danh-gia/y-kien", RIGHT_SUPERVISE, ratings_words, .help = "words of voters to be moderated"},
    {POST, "/can-bo/danh-gia/y-kien/{id}", RIGHT_SUPERVISE, ratings_moderate,
     {{"id", ID}, {"viec", CHOICE, .choices = ratings_decisions}}, .help = "shows or hides them"},
    {GET, "/can-bo/danh-gia/bat-thuong", RIGHT_SUPERVISE, ratings_odd,
     .help = "heaps of votes that chance does not explain"},
    {GET, "/can-bo/khao-sat", RIGHT_CENTRE, surveys_list, .help = "surveys of satisfaction"},
    {POST, "/can-bo/khao-sat", RIGHT_CENTRE, surveys_begin,
     {{"ma", SLUG, .max = 30}, {"ten", TEXT, .max = 200}, {"tu", DATE}, {"den", DATE},
      {"theo", SLUG, .max = 30, .optional = true}},
     .again = "staff/surveys.cs", .help = "a draft of a new one"},
    {GET, "/can-bo/khao-sat/{ma}", RIGHT_CENTRE, surveys_page, {SURVEYS_ONE},
     .help = "a survey: its draft, or its results"},
    {POST, "/can-bo/khao-sat/{ma}", RIGHT_CENTRE, surveys_save, {SURVEYS_ONE, SURVEYS_HEAD},
     .again = "staff/survey.cs", .help = "title and days of a draft"},
    {POST, "/can-bo/khao-sat/{ma}/mo", RIGHT_CENTRE, surveys_open, {SURVEYS_ONE}, .help = "opens a survey"},
    {POST, "/can-bo/khao-sat/{ma}/dong", RIGHT_CENTRE, surveys_close, {SURVEYS_ONE}, .help = "closes a survey"},
    {GET, "/can-bo/khao-sat/{ma}/cau-hoi/{so}", RIGHT_CENTRE, surveys_question, {SURVEYS_ONE, {"so", COUNT}},
     .help = "a question of a draft"},
    {POST, "/can-bo/khao-sat/{ma}/cau-hoi/{so}", RIGHT_CENTRE, surveys_question_save,
     {SURVEYS_ONE, {"so", COUNT}, {"noidung", TEXT, .max = 300}, {"noidungen", TEXT, .max = 300, .optional = true},
      {"yeuto", CHOICE, .choices = survey_factor_names}, {"kieu", CHOICE, .choices = survey_kind_names},
      {"traloi", LINES, .max = 2000, .optional = true}, {"batbuoc", FLAG, .optional = true},
      {"vitri", COUNT, .optional = true}},
     .again = "staff/survey_question.cs", .help = "saves a question"},
    {POST, "/can-bo/khao-sat/{ma}/cau-hoi/{so}/xoa", RIGHT_CENTRE, surveys_question_drop, {SURVEYS_ONE, {"so", COUNT}},
     .help = "takes a question out"},
    {GET, "/can-bo/khao-sat/{ma}/ket-qua.csv", RIGHT_CENTRE, surveys_csv, {SURVEYS_ONE}, .help = "results as a table"},
    /* ---- end of ratings ---- */
    {.path = NULL},
};
