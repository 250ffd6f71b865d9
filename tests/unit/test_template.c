/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka last: it needs the four above */
#include <cmocka.h>
#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/arena.h"
#include "lib/template.h"

static char folder[] = "/tmp/motcua-templates-XXXXXX";
static struct arena *arena;
static struct buffer out;

static void write_file(const char *name, const char *text)
{
    const char *path = arena_format(arena, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static const char *render(const char *file, struct data *data, struct data *words)
{
    buffer_clear(&out);
    return template_render(file, data, words, &out) ? out.bytes ? out.bytes : "" : NULL;
}

static void everything_is_escaped(void **state)
{
    (void)state;
    write_file("escape.cs", "<p title=\"<?cs var:Name ?>\"><?cs var:Name ?></p>"
                            "<?cs each:x = Items ?>[<?cs var:x.Name ?>]<?cs /each ?>"
                            "<?cs def:show(v) ?>{<?cs var:v ?>}<?cs /def ?><?cs call:show(Name) ?>");
    struct data *page = data_open();
    data_set(page, "Name", "<b a='1' b=\"2\">&");
    data_set(data_add(page, "Items"), "Name", "<i>");
    assert_string_equal(render("escape.cs", page, NULL),
                        "<p title=\"&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;\">"
                        "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;</p>[&lt;i&gt;]"
                        "{&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;}");
    /* data cannot turn it off */
    data_set(page, "Config.VarEscapeMode", "none");
    assert_non_null(strstr(render("escape.cs", page, NULL), "[&lt;i&gt;]"));
    data_close(page);
}

static void words_stand_behind_the_data(void **state)
{
    (void)state;
    write_file("words.cs", "<?cs var:T.title ?>|<?cs var:Page.Title ?>|<?cs var:T.only.data ?>");
    struct data *vi = data_open(), *en = data_open(), *page = data_open(), *other = data_open();
    data_set(vi, "T.title", "Thủ tục");
    data_set(en, "T.title", "Procedures");
    data_set(page, "Page.Title", "một");
    data_set(other, "Page.Title", "hai");
    assert_string_equal(render("words.cs", page, vi), "Thủ tục|một|");
    assert_string_equal(render("words.cs", other, en), "Procedures|hai|");
    assert_string_equal(render("words.cs", page, vi), "Thủ tục|một|");
    assert_string_equal(render("words.cs", page, NULL), "|một|");
    template_forget();
    data_close(vi);
    data_close(en);
    data_close(page);
    data_close(other);
}

/* They are written into the parse, and must read as if they had been looked up. */
static void words_are_escaped_like_data(void **state)
{
    (void)state;
    static const char strange[] = "<b a='1' c=\"2\">&amp;\r <?cs var:X ?> đ \\ %s";
    write_file("fill.cs", "<?cs var:T.a ?>|<?cs var:X ?>|<?cs var:T.a.b ?>|"
                          "<?cs if:T.a ?><?cs var:T.none ?><?cs /if ?>");
    struct data *words = data_open(), *page = data_open();
    data_set(words, "T.a", strange);
    data_set(words, "T.a.b", "below");
    data_set(page, "X", strange);
    const char *both = render("fill.cs", page, words);
    size_t n = strcspn(both, "|");
    assert_true(n > strlen(strange));
    assert_memory_equal(both, both + n + 1, n + 1);
    assert_string_equal(both + 2 * n + 2, "below|");
    data_set(words, "T.a", "other");
    uint64_t edition = template_edition();
    template_forget();
    assert_int_not_equal(template_edition(), edition);
    assert_memory_equal(render("fill.cs", page, words), "other|", 6);
    template_forget(); /* the words end */
    data_close(words);
    data_close(page);
}

static void a_layout_includes_each_body(void **state)
{
    (void)state;
    write_file("layout.cs", "<main><?cs include!Page.Body ?></main>");
    write_file("part/one.cs", "one <?cs var:X ?>");
    write_file("part/two.cs", "two <?cs var:X ?>");
    for (int i = 0; i < 20; i++) {
        struct data *page = data_open();
        data_set_number(page, "X", i);
        data_set(page, "Page.Body", i % 2 ? "part/one.cs" : "part/two.cs");
        const char *wanted = arena_format(arena, "<main>%s %d</main>", i % 2 ? "one" : "two", i);
        assert_string_equal(render("layout.cs", page, NULL), wanted);
        data_close(page);
    }
}

static void addresses_are_encoded(void **state)
{
    (void)state;
    write_file("url.cs", "?q=<?cs var:url_query(Q) ?>");
    write_file("link.cs", "<?cs var:url_validate(U) ?>");
    struct data *page = data_open();
    data_set(page, "Q", "sổ đỏ&a=\"b\"~._-");
    assert_string_equal(render("url.cs", page, NULL),
                        "?q=s%E1%BB%95%20%C4%91%E1%BB%8F%26a%3D%22b%22~._-");
    data_set(page, "U", "javascript:alert(1)");
    assert_null(strstr(render("link.cs", page, NULL), "javascript"));
    data_set(page, "U", "https://example.vn/?a=1&b=<");
    assert_string_equal(render("link.cs", page, NULL), "https://example.vn/?a=1&amp;b=&lt;");
    data_close(page);
}

static void names_stay_in_the_folder(void **state)
{
    (void)state;
    struct data *page = data_open();
    write_file("ok.cs", "ok");
    static const char *const bad[] = {"/etc/passwd", "../ok.cs", "part/../ok.cs", ".hidden.cs",
                                      "part/.x", "", "missing.cs", "part"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_null(render(bad[i], page, NULL));
    assert_string_equal(render("ok.cs", page, NULL), "ok");
    /* ClearSilver alone would look in the current directory */
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir("/tmp"), 0);
    int fd = open("/tmp/motcua-outside.cs", O_CREAT | O_WRONLY, 0600);
    close(fd);
    assert_null(render("motcua-outside.cs", page, NULL));
    unlink("/tmp/motcua-outside.cs");
    assert_int_equal(chdir(here), 0);
    data_close(page);
}

/* What the log says of a template, read back from stderr. */
static const char *complaint(const char *file, struct data *page)
{
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    int saved = dup(STDERR_FILENO);
    dup2(pipes[1], STDERR_FILENO);
    assert_null(render(file, page, NULL));
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(pipes[1]);
    char *text = arena_take(arena, 4096);
    ssize_t n = read(pipes[0], text, 4095);
    close(pipes[0]);
    assert_true(n > 0);
    return text;
}

static void a_wrong_template_is_named_with_its_line(void **state)
{
    (void)state;
    write_file("wrong.cs", "a\nb\n<?cs if:X ?>\n<?cs nonsense:Y ?>\n<?cs /if ?>\n");
    write_file("outer.cs", "<?cs include!\"wrong.cs\" ?>");
    write_file("lost.cs", "<?cs include!\"gone.cs\" ?>");
    struct data *page = data_open();
    assert_non_null(strstr(complaint("wrong.cs", page), "wrong.cs:4"));
    assert_non_null(strstr(complaint("outer.cs", page), "wrong.cs:4"));
    assert_non_null(strstr(complaint("lost.cs", page), "gone.cs"));
    assert_int_equal(out.length, 0);
    data_close(page);
}

static void a_changed_file_is_seen_while_watching(void **state)
{
    (void)state;
    assert_true(template_init(folder, true));
    struct data *page = data_open();
    write_file("watched.cs", "<?cs include!\"inner.cs\" ?>");
    write_file("inner.cs", "first");
    assert_string_equal(render("watched.cs", page, NULL), "first");
    write_file("inner.cs", "second");
    assert_string_equal(render("watched.cs", page, NULL), "second");
    write_file("inner.cs", "<?cs broken ?>");
    assert_null(render("watched.cs", page, NULL));
    write_file("inner.cs", "third");
    assert_string_equal(render("watched.cs", page, NULL), "third");

    assert_true(template_init(folder, false)); /* in production nothing is looked at again */
    assert_string_equal(render("watched.cs", page, NULL), "third");
    write_file("inner.cs", "fourth");
    assert_string_equal(render("watched.cs", page, NULL), "third");
    data_close(page);
}

static void a_page_too_large_is_no_page(void **state)
{
    (void)state;
    write_file("large.cs", "<?cs each:x = Rows ?>0123456789<?cs var:x ?><?cs /each ?>");
    struct data *page = data_open();
    for (int i = 0; i < 1000; i++)
        data_set(data_add(page, "Rows"), "", "x");
    struct buffer small;
    buffer_init(&small, 5000);
    assert_false(template_render("large.cs", page, NULL, &small));
    assert_int_equal(small.length, 0);
    buffer_release(&small);
    assert_int_equal(strlen(render("large.cs", page, NULL)), 11000);
    data_close(page);
}

static void a_missing_folder_is_refused(void **state)
{
    (void)state;
    assert_false(template_init("/nonexistent/templates", false));
    assert_false(template_init("/etc/passwd", false));
    assert_true(template_init(folder, false));
}

static int open_all(void **state)
{
    (void)state;
    arena = arena_open(0);
    buffer_init(&out, 1 << 20);
    char part[64];
    if (!mkdtemp(folder) || snprintf(part, sizeof part, "%s/part", folder) < 0 || mkdir(part, 0700))
        return -1;
    return template_init(folder, false) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status;
    (void)type;
    (void)place;
    return remove(path);
}

static int close_all(void **state)
{
    (void)state;
    template_release();
    buffer_release(&out);
    arena_close(arena);
    return nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_escaped),
        cmocka_unit_test(words_stand_behind_the_data),
        cmocka_unit_test(words_are_escaped_like_data),
        cmocka_unit_test(a_layout_includes_each_body),
        cmocka_unit_test(addresses_are_encoded),
        cmocka_unit_test(names_stay_in_the_folder),
        cmocka_unit_test(a_wrong_template_is_named_with_its_line),
        cmocka_unit_test(a_changed_file_is_seen_while_watching),
        cmocka_unit_test(a_page_too_large_is_no_page),
        cmocka_unit_test(a_missing_folder_is_refused),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
