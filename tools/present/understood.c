#include "tools/present/understood.h"

#include "src/output/text.h"

/* 近三年 as year:2022..2024; what only asks says nothing, and each hit says how it is of a department. */
static void append_reading(GString *line, const ys_reading *reading)
{
	g_string_append_printf(line, "%s%s as %s", line->len ? ", " : "", reading->text, ys_reading_name(reading->as));
	g_string_append_printf(line, ":%s", reading->value);
}

static void append_line(GString *out, const char *head, const GString *line)
{
	if (!line->len)
		return;
	g_string_append(out, head);
	ys_text_append_safe(out, line->str);
	g_string_append_c(out, '\n');
}

static void append_missing(GString *out, const ys_not_indexed *missing)
{
	g_autoptr(GString) line = g_string_new(missing->department);

	for (guint i = 0; i < missing->indexed->len; i++)
		g_string_append_printf(line, "%s%s", i ? ", " : " has ", (char *)g_ptr_array_index(missing->indexed, i));
	g_string_append_printf(line, ", and no %s", missing->value);
	append_line(out, "Indexed: ", line);
}

void present_understood_text(GString *out, const ys_page *page)
{
	g_autoptr(GString) taken = g_string_new(NULL), left = g_string_new(NULL);
	const gsize before = out->len;

	for (guint i = 0; page->understood && i < page->understood->len; i++) {
		const ys_reading *reading = g_ptr_array_index(page->understood, i);

		if (ys_reading_was_left(reading))
			append_reading(left, reading);
		else if (reading->taken && reading->as != YS_READ_QUESTION && reading->as != YS_READ_DEPARTMENT)
			append_reading(taken, reading);
	}
	append_line(out, "Understood: ", taken);
	append_line(out, "Finds nothing, and is text: ", left);
	for (guint i = 0; page->not_indexed && i < page->not_indexed->len; i++)
		append_missing(out, g_ptr_array_index(page->not_indexed, i));
	if (out->len > before)
		g_string_append_c(out, '\n');
}

void present_measure_text(GString *out, const ys_department_measure *measure)
{
	if (measure->percent != YS_PERCENT_NONE) {
		/* hundredths, as fen are */
		ys_amount_append_yuan(out, measure->percent);
		g_string_append(out, "%  ");
	} else {
		g_string_append_printf(out, "%s  ", measure->title);
	}
	if (measure->year)
		g_string_append_printf(out, "%d年", measure->year);
	g_string_append_printf(out, "%s  ", measure->kind);
	ys_amount_append_wan(out, measure->amount);
}

void present_understood_json(ys_printer *p, const ys_page *page)
{
	p->begin_list(p, "understood");
	for (guint i = 0; page->understood && i < page->understood->len; i++) {
		const ys_reading *reading = g_ptr_array_index(page->understood, i);

		p->begin_map(p, NULL);
		p->string(p, "text", reading->text);
		p->string(p, "as", ys_reading_name(reading->as));
		p->string(p, "value", reading->value);
		p->boolean(p, "taken", reading->taken);
		p->end(p);
	}
	p->end(p);
	if (!page->not_indexed)
		return;
	p->begin_list(p, "not_indexed");
	for (guint i = 0; i < page->not_indexed->len; i++) {
		const ys_not_indexed *missing = g_ptr_array_index(page->not_indexed, i);

		p->begin_map(p, NULL);
		p->string(p, "department", missing->department);
		p->string(p, "value", missing->value);
		ys_printer_strings(p, "indexed", missing->indexed);
		p->end(p);
	}
	p->end(p);
}
