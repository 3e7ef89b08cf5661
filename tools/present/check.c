#include "tools/present/check.h"

#include <string.h>

#include "src/output/place.h"
#include "src/output/text.h"

static const ys_reconciliation_status order[] = { YS_OK, YS_ROUNDING, YS_MISMATCH, YS_UNCHECKED };

static void count(guint n[], const GPtrArray *checks)
{
	for (guint i = 0; i < checks->len; i++) {
		const ys_check *check = g_ptr_array_index(checks, i);

		n[check->status] += MAX(1, check->n);
	}
}

void present_check_count(present_check_summary *summary, const present_checked *checked)
{
	summary->publications++;
	summary->remarks += checked->remarks->len;
	count(summary->n, checked->checks);
}

void present_check_add(present_check_summary *summary, const present_check_summary *more)
{
	summary->publications += more->publications;
	summary->remarks += more->remarks;
	for (gsize i = 0; i < G_N_ELEMENTS(summary->n); i++)
		summary->n[i] += more->n[i];
}

/* ---- what is shown ---- */

guint present_check_named(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
		if (!strcmp(name, ys_reconciliation_status_name(order[i])))
			return 1u << order[i];
	return strcmp(name, "remark") ? 0 : PRESENT_REMARKS;
}

static gboolean is_shown(const present_checked *checked, const ys_check *check)
{
	return checked->shown & 1u << check->status;
}

gboolean present_check_shows(const present_checked *checked)
{
	gboolean shows = checked->shown == PRESENT_ALL || (checked->shown & PRESENT_REMARKS && checked->remarks->len);

	for (guint i = 0; !shows && i < checked->checks->len; i++)
		shows = is_shown(checked, g_ptr_array_index(checked->checks, i));
	return shows;
}

/* ---- text ---- */

/* A mismatch must be seen in a page of lines. */
static const char *status_word(ys_reconciliation_status status)
{
	return status == YS_MISMATCH ? "MISMATCH" : ys_reconciliation_status_name(status);
}

static void append_start(GString *out, const char *word, int line, int page)
{
	g_string_append_printf(out, "  %-9s ", word);
	if (page)
		g_string_append_printf(out, "p.%4d  ", page);
	else if (line)
		g_string_append_printf(out, "%6d  ", line);
	else
		g_string_append(out, "     -  ");
}

static void append_amounts(GString *out, const ys_check *check)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (check->sum == YS_AMOUNT_NONE &&
	    (check->status != YS_ROUNDING || check->residual == YS_AMOUNT_NONE))
		return;
	g_string_append(text, ": ");
	if (check->sum == YS_AMOUNT_NONE) {
		g_string_append(text, "off by up to ");
		ys_amount_append_wan(text, check->residual);
	} else {
		ys_amount_append_wan(text, check->sum);
		if (check->residual && check->residual != YS_AMOUNT_NONE) {
			g_string_append(text, ", declared ");
			ys_amount_append_wan(text, check->declared);
			g_string_append(text, ", off by ");
			ys_amount_append_wan(text, check->residual);
		}
	}
	g_string_append(out, text->str);
}

static void append_check(GString *out, const ys_check *check)
{
	append_start(out, status_word(check->status), check->line, 0);
	ys_text_append_safe(out, *check->subject ? check->subject : "(untitled)");
	if (check->detail) {
		g_string_append(out, ": ");
		ys_text_append_safe(out, check->detail);
	}
	append_amounts(out, check);
	g_string_append_c(out, '\n');
}

/* The original, for whoever looks up what is wrong. */
static void append_origin(GString *out, const ys_record *record)
{
	g_autofree char *url = record->source ? ys_place_url(record->source) : NULL;

	if (!url && !record->published)
		return;
	g_string_append(out, "  ");
	ys_text_append_safe(out, record->published ? record->published : url);
	if (url && record->published) {
		g_string_append_c(out, ' ');
		ys_text_append_safe(out, url);
	}
	g_string_append_c(out, '\n');
}

void present_check_text(GString *out, const present_checked *checked)
{
	g_autofree char *name = g_filename_display_name(checked->path);

	ys_text_append_safe(out, name);
	g_string_append(out, "\n  ");
	ys_text_append_safe(out, checked->record->title ? checked->record->title : "(no title)");
	g_string_append_c(out, '\n');
	append_origin(out, checked->record);
	for (guint i = 0; i < checked->checks->len; i++)
		if (is_shown(checked, g_ptr_array_index(checked->checks, i)))
			append_check(out, g_ptr_array_index(checked->checks, i));
	for (guint i = 0; checked->shown & PRESENT_REMARKS && i < checked->remarks->len; i++) {
		const ys_warning *remark = g_ptr_array_index(checked->remarks, i);

		append_start(out, "remark", remark->line, remark->page);
		ys_text_append_safe(out, remark->message);
		g_string_append_printf(out, " (%s)\n", remark->code);
	}
	g_string_append_c(out, '\n');
}

void present_check_summary_text(GString *out, const present_check_summary *summary)
{
	const guint *n = summary->n;

	g_string_append_printf(
		out, "%u publication%s: %u ok, %u rounding, %u mismatch%s, %u not checkable; %u remark%s\n",
		summary->publications, summary->publications == 1 ? "" : "s", n[YS_OK], n[YS_ROUNDING],
		n[YS_MISMATCH], n[YS_MISMATCH] == 1 ? "" : "es", n[YS_UNCHECKED], summary->remarks,
		summary->remarks == 1 ? "" : "s");
}

/* ---- JSON ---- */

static void write_counts(ys_printer *p, const guint n[])
{
	for (gsize i = 0; i < G_N_ELEMENTS(order); i++)
		p->integer(p, ys_reconciliation_status_name(order[i]), n[order[i]]);
}

static void write_check(ys_printer *p, const ys_check *check)
{
	p->begin_map(p, NULL);
	p->string(p, "what", check->what);
	p->string(p, "subject", check->subject);
	p->string(p, "status", ys_reconciliation_status_name(check->status));
	p->amount(p, "sum", check->sum);
	p->amount(p, "declared", check->declared);
	p->amount(p, "residual", check->residual);
	p->integer(p, "n", check->n);
	ys_printer_known(p, "line", check->line);
	p->string(p, "detail", check->status == YS_UNCHECKED ? NULL : check->detail);
	p->string(p, "why", check->status == YS_UNCHECKED ? check->detail : NULL);
	p->end(p);
}

void present_check_json(ys_printer *p, const present_checked *checked)
{
	g_autofree char *name = g_filename_display_name(checked->path);
	guint n[YS_MISMATCH + 1] = { 0 };

	p->begin_map(p, NULL);
	p->string(p, "path", name);
	p->string(p, "id", checked->record->id);
	p->string(p, "title", checked->record->title);
	p->string(p, "department", checked->record->department);
	ys_printer_known(p, "year", checked->record->year);
	p->string(p, "kind", checked->record->kind);
	p->string(p, "published", checked->record->published);
	p->string(p, "url", checked->record->source ? checked->record->source->url : NULL);
	count(n, checked->checks);
	write_counts(p, n);
	p->begin_list(p, "checks");
	for (guint i = 0; i < checked->checks->len; i++)
		if (is_shown(checked, g_ptr_array_index(checked->checks, i)))
			write_check(p, g_ptr_array_index(checked->checks, i));
	p->end(p);
	p->begin_list(p, "remarks");
	for (guint i = 0; checked->shown & PRESENT_REMARKS && i < checked->remarks->len; i++)
		ys_printer_warning(p, g_ptr_array_index(checked->remarks, i));
	p->end(p);
	p->end(p);
}

void present_check_summary_json(ys_printer *p, const present_check_summary *summary)
{
	p->begin_map(p, "summary");
	p->integer(p, "publications", summary->publications);
	write_counts(p, summary->n);
	p->integer(p, "remarks", summary->remarks);
	p->end(p);
}
