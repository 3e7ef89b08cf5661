#include "tools/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Often enough to be seen moving. */
#define PROGRESS_EVERY_US 200000

/* Columns where the terminal does not tell; and of the bar, which is left out where it would be
 * shorter than it is to be read. */
#define WIDTH_DEFAULT 80
#define BAR_MIN 10
#define BAR_MAX 40

static gboolean is_shown;

gboolean tool_has_progress(void)
{
	const char *term = g_getenv("TERM");

	return isatty(STDERR_FILENO) && term && *term && strcmp(term, "dumb");
}

void tool_clear_progress(void)
{
	if (is_shown)
		fputs("\r\033[K", stderr);
	is_shown = FALSE;
}

/* Asked each time: the window may have become narrower, and a line that wraps cannot be taken
 * back. */
static gsize terminal_width(void)
{
	struct winsize size;

	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : WIDTH_DEFAULT;
}

static void append_time_left(GString *out, guint64 seconds)
{
	if (seconds >= 3600)
		g_string_append_printf(out, "%" G_GUINT64_FORMAT " h %u min left", seconds / 3600,
				       (guint)(seconds % 3600 / 60));
	else if (seconds >= 60)
		g_string_append_printf(out, "%u min %u s left", (guint)(seconds / 60), (guint)(seconds % 60));
	else
		g_string_append_printf(out, "%u s left", (guint)seconds);
}

/* The most useful first: what does not fit is cut from the end. */
static void append_words(GString *out, const ys_index_progress *p, gint64 bytes, gint64 elapsed_us)
{
	double rate = (double)bytes / MAX((double)elapsed_us / G_USEC_PER_SEC, 0.001);

	g_string_append_printf(out, "%d%%, %u/%u publications", (int)(100 * bytes / p->bytes_total),
			       MIN(p->files, p->files_total), p->files_total);
	if (p->files >= p->files_total) {
		g_string_append(out, " read, writing");
		return;
	}
	/* the first may have been an empty file */
	if (bytes <= 0)
		return;
	g_string_append_printf(out, ", %.1f MB/s, ", rate / 1e6);
	append_time_left(out, (guint64)((double)(p->bytes_total - bytes) / rate));
}

static void prepend_bar(GString *line, gsize room, gint64 bytes, gint64 total)
{
	gsize width = MIN(room, BAR_MAX), done = (gsize)((double)width * (double)bytes / (double)total);
	char bar[BAR_MAX + 4];

	memset(bar, '.', sizeof bar);
	memset(bar + 1, '#', done);
	bar[0] = '[';
	memcpy(bar + 1 + width, "] ", 3);
	g_string_prepend(line, bar);
}

void tool_show_progress(const ys_index_progress *p, void *data)
{
	static gint64 shown_us;
	gint64 now = g_get_monotonic_time(), bytes = MIN(p->bytes, p->bytes_total);
	g_autoptr(GString) line = g_string_new(NULL);
	/* some terminals wrap when the last column is written to */
	gsize width = terminal_width() - 1;

	(void)data;
	if ((now - shown_us < PROGRESS_EVERY_US && p->files < p->files_total) || p->bytes_total <= 0)
		return;
	shown_us = now;
	append_words(line, p, bytes, now - p->began_us);
	if (width >= line->len + strlen("[] ") + BAR_MIN)
		prepend_bar(line, width - line->len - strlen("[] "), bytes, p->bytes_total);
	g_string_truncate(line, MIN(line->len, width));
	is_shown = TRUE;
	fprintf(stderr, "\r%s\033[K", line->str);
}
