/* A page being written: its words, in the language of the page, and its links.  Text from outside goes
 * out through page_text() and the functions that take values; PAGE_LIT() and PAGE_IN() take literals only. */
#ifndef WEB_PAGE_TEXT_H
#define WEB_PAGE_TEXT_H

#include "src/output/escape.h"
#include "src/record.h"
#include "tools/web/link.h"
#include "tools/web/page.h"
#include "tools/web/words.h"

/* A page being written. */
typedef struct {
	GString *out;
	const web_view *view;
	const web_request *request;
	guint tables;           /* so many are drawn already: each has an id of its own */
} page_out;

#define PAGE_LIT(p, literal) YS_HTML_LIT((p)->out, literal)
/* What is written between two literals, mostly an element: PAGE_IN(p, "<p>", page_word(p, W_EMPTY), "</p>\n") */
#define PAGE_IN(p, before, write, after) \
	do { \
		PAGE_LIT(p, before); \
		write; \
		PAGE_LIT(p, after); \
	} while (0)

/* On English pages Chinese is marked as such, so that a screen reader changes its voice. */
void page_text(page_out *p, const char *text);
/* The same unmarked: where no element may stand (title, textarea), and inside one that has
 * page_chinese(). */
void page_plain(page_out *p, const char *text);
/* The attribute of an element that holds words of records, which are Chinese on every page. */
void page_chinese(page_out *p);

/* No page may grow with what a publication has in one place; real ones stay far below all of these.
 * Characters: of a name in a list, of a label in a chart, of a title, of a value, of a snippet.  Entries of a list. */
#define PAGE_NAME_MAX 200
#define PAGE_LABEL_MAX 24
#define PAGE_TITLE_MAX 1000
#define PAGE_VALUE_MAX 2000
#define PAGE_PIECES_MAX 600
#define PAGE_LIST_MAX 200
/* Bytes of the text of a record on its own page. */
#define PAGE_TEXT_BYTES_MAX (300 * 1000)
/* The text, or its first max characters and "…".  Newly allocated. */
char *page_clipped(const char *text, guint max);
/* The same as text of the page, and unmarked as by page_plain(). */
void page_clipped_text(page_out *p, const char *text, guint max);
void page_clipped_plain(page_out *p, const char *text, guint max);

const char *page_word_text(const page_out *p, web_word word);
void page_word(page_out *p, web_word word);
/* The word with its {1}, {2} ... replaced by the strings that follow, up to NULL. */
void page_say(page_out *p, web_word word, ...) G_GNUC_NULL_TERMINATED;
/* The same as plain text, newly allocated. */
char *page_saying(const page_out *p, web_word word, ...) G_GNUC_NULL_TERMINATED;
/* <h2> */
void page_heading(page_out *p, web_word word);

/* <a href>, whose address is freed; the caller writes its text and closes it. */
void page_anchor(page_out *p, char *address);
/* A whole link. */
void page_link(page_out *p, char *address, const char *text);
void page_link_word(page_out *p, char *address, web_word word);
/* A link to the original of what is printed at source, at its page, with a blank before it; nothing where no address
 * of it is known. */
void page_original(page_out *p, const ys_source *source);
/* The title of a record, or the word for none. */
const char *page_title_of(const page_out *p, const ys_record *record);
/* Its title as a link to its permalink. */
void page_record_link(page_out *p, const ys_record *record);

#endif
