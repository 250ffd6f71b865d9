/* SPDX-License-Identifier: Apache-2.0
 * Copyright motcua contributors
 */
#include <stdint.h>
#include <string.h>

#include "lib/mail.h"

enum {
    LINE_BYTES = 57,    /* 76 characters of base64 */
    WORD_BYTES = 39,    /* 52 characters; with =?UTF-8?B?…?= and the name of the field a line stays below 78 */
    ADDRESS_MAX = 200
};

bool mail_address_ok(const char *address)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_";
    const char *at = strrchr(address, '@');
    size_t n = strlen(address);
    if (!at || at == address || !at[1] || n > ADDRESS_MAX || address[0] == '-' || address[0] == '.')
        return false;
    for (const char *c = address; c < at; c++)
        if (!strchr(letters, *c) && !strchr("+=&'/!#$%*?^`{|}~", *c))
            return false;
    return strspn(at + 1, letters) == strlen(at + 1) && at[1] != '.' && at[1] != '-' && !strchr(at + 1, '_');
}

static void base64(struct buffer *out, const char *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        const uint8_t *b = (const uint8_t *)bytes + i;
        uint32_t group = (uint32_t)b[0] << 16 | (i + 1 < n ? (uint32_t)b[1] << 8 : 0) | (i + 2 < n ? b[2] : 0);
        const char four[4] = {digits[group >> 18], digits[group >> 12 & 63],
                              i + 1 < n ? digits[group >> 6 & 63] : '=', i + 2 < n ? digits[group & 63] : '='};
        buffer_add(out, four, sizeof four);
    }
}

/* The longest start of `text` of at most `max` bytes that ends behind a space, else with a whole letter: some
 * readers of mail take two encoded words for two words. */
static size_t letters_within(const char *text, size_t max)
{
    size_t n = strlen(text);
    if (n <= max)
        return n;
    for (n = max; n > 0 && text[n - 1] != ' ';)
        n--;
    if (n > max / 3)
        return n;
    for (n = max; n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80;)
        n--;
    return n;
}

static bool is_plain(const char *text)
{
    for (const char *c = text; *c; c++)
        if ((unsigned char)*c < 0x20 || (unsigned char)*c > 0x7E)
            return false;
    return strlen(text) <= 60 && !strstr(text, "=?");
}

/* A value of words: as it is where it is short ASCII, else as encoded words, a line each. */
static void words(struct buffer *out, const char *text, bool quoted)
{
    if (is_plain(text)) {
        buffer_text(out, quoted ? "\"" : "");
        for (const char *c = text; *c; c++)
            if (!quoted || !strchr("\"\\", *c))
                buffer_add(out, c, 1);
        buffer_text(out, quoted ? "\"" : "");
        return;
    }
    for (bool first = true; *text; first = false) {
        size_t n = letters_within(text, WORD_BYTES);
        if (n == 0)
            break; /* no text of ours: a letter of more than WORD_BYTES */
        buffer_text(out, first ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?");
        base64(out, text, n);
        buffer_text(out, "?=");
        text += n;
    }
}

/* The text with CR LF, then in lines of base64. */
static void body(struct buffer *out, const char *text)
{
    struct buffer lines;
    buffer_init(&lines, out->ceiling);
    for (const char *c = text; *c; c++)
        buffer_add(&lines, *c == '\n' ? "\r\n" : c, *c == '\n' ? 2 : 1);
    for (size_t at = 0; at < lines.length; at += LINE_BYTES) {
        size_t n = lines.length - at;
        base64(out, lines.bytes + at, n < LINE_BYTES ? n : LINE_BYTES);
        buffer_text(out, "\r\n");
    }
    buffer_release(&lines);
}

void mail_compose(struct buffer *out, const struct mail *mail)
{
    buffer_text(out, "From: ");
    if (*mail->from_name) {
        words(out, mail->from_name, true);
        buffer_text(out, "\r\n ");
    }
    buffer_format(out, "<%s>\r\nTo: <%s>\r\nSubject: ", mail->from, mail->to);
    words(out, mail->subject, false);
    buffer_format(out,
                  "\r\nDate: %s\r\nMessage-ID: <%s>\r\nMIME-Version: 1.0\r\n"
                  "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n"
                  "Content-Language: %s\r\nAuto-Submitted: auto-generated\r\n\r\n",
                  mail->date, mail->id, mail->language);
    body(out, mail->text);
}
