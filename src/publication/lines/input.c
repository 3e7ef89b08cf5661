#include "src/publication/lines/input.h"

#include "src/record.h"

ys_input *ys_input_new_empty(const char *format)
{
	ys_input *input = g_new0(ys_input, 1);
	ys_spot nowhere = { NULL, NULL, 0, 0 };
	ys_input_file whole = { format, 1 };

	input->format = format;
	input->lines = g_array_new(FALSE, FALSE, sizeof(ys_line));
	input->spots = g_array_new(FALSE, FALSE, sizeof(ys_spot));
	g_array_append_val(input->spots, nowhere);
	input->files = g_array_new(FALSE, FALSE, sizeof(ys_input_file));
	g_array_append_val(input->files, whole);
	input->names = g_string_chunk_new(64);
	input->warnings = g_ptr_array_new_with_free_func((GDestroyNotify)ys_warning_free);
	return input;
}

void ys_input_free(ys_input *input)
{
	if (!input)
		return;
	g_free(input->text);
	g_free(input->published);
	g_array_free(input->lines, TRUE);
	g_array_free(input->spots, TRUE);
	g_string_chunk_free(input->names);
	g_ptr_array_unref(input->warnings);
	g_array_unref(input->files);
	g_clear_pointer(&input->joined, g_ptr_array_unref);
	g_free(input);
}

/* ---- several files ---- */

/* Texts stay where they are.  The first of them is no more of the paragraph above. */
static void append_lines(ys_input *input, const ys_input *more)
{
	guint spots = input->spots->len - 1;
	gboolean begun = FALSE;

	g_array_append_vals(input->spots, &g_array_index(more->spots, ys_spot, 1), more->spots->len - 1);
	for (guint i = 0; i < more->lines->len; i++) {
		ys_line line = g_array_index(more->lines, ys_line, i);

		line.spot += line.spot ? spots : 0;
		line.marks |= begun ? 0 : YS_LINE_WHOLE;
		begun |= line.len > 0;
		g_array_append_val(input->lines, line);
	}
}

static void append_warnings(ys_input *input, const ys_input *more, int first)
{
	for (guint i = 0; i < more->warnings->len; i++) {
		ys_warning *warning = ys_warning_copy(g_ptr_array_index(more->warnings, i));

		/* what is of no line is of the file, and of no other */
		warning->line = warning->line ? warning->line + first - 1 : first;
		g_ptr_array_add(input->warnings, warning);
	}
}

static void append(ys_input *input, const ys_input *more)
{
	static const ys_line blank = { .text = "" };
	ys_input_file file = { more->format, 0 };

	/* no paragraph and no row goes on in another file */
	g_array_append_val(input->lines, blank);
	file.first = (int)input->lines->len + 1;
	g_array_append_val(input->files, file);
	append_lines(input, more);
	append_warnings(input, more, file.first);
	if (!input->published)
		input->published = g_strdup(more->published);
}

ys_input *ys_input_join(GPtrArray *inputs)
{
	const ys_input *first = g_ptr_array_index(inputs, 0);
	ys_input *input;

	if (inputs->len == 1)
		return g_ptr_array_steal_index(inputs, 0);
	input = ys_input_new_empty(first->format);
	input->joined = g_ptr_array_new_with_free_func((GDestroyNotify)ys_input_free);
	input->published = g_strdup(first->published);
	input->text = g_strdup(first->text);
	append_lines(input, first);
	for (guint i = 0; i < first->warnings->len; i++)
		g_ptr_array_add(input->warnings, ys_warning_copy(g_ptr_array_index(first->warnings, i)));
	for (guint i = 1; i < inputs->len; i++)
		append(input, g_ptr_array_index(inputs, i));
	g_ptr_array_extend_and_steal(input->joined, g_ptr_array_ref(inputs));
	return input;
}

const ys_input *ys_input_front(const ys_input *input)
{
	return input->joined ? g_ptr_array_index(input->joined, 0) : input;
}

guint ys_input_file_at(const ys_input *input, int line)
{
	guint i = input->files->len - 1;

	while (i && line < g_array_index(input->files, ys_input_file, i).first)
		i--;
	return i;
}

const ys_spot *ys_input_spot(const ys_input *input, int line)
{
	guint spot = line > 0 && (guint)line <= input->lines->len ? g_array_index(input->lines, ys_line, line - 1).spot : 0;

	return spot ? &g_array_index(input->spots, ys_spot, spot) : NULL;
}
