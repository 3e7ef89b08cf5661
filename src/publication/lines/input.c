#include "src/publication/lines/input.h"

#include "src/record.h"

ys_input *ys_input_new_empty(const char *format)
{
	ys_input *input = g_new0(ys_input, 1);
	ys_spot nowhere = { NULL, NULL, 0, 0 };

	input->format = format;
	input->lines = g_array_new(FALSE, FALSE, sizeof(ys_line));
	input->spots = g_array_new(FALSE, FALSE, sizeof(ys_spot));
	g_array_append_val(input->spots, nowhere);
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
	g_free(input);
}

const ys_spot *ys_input_spot(const ys_input *input, int line)
{
	guint spot = line > 0 && (guint)line <= input->lines->len ? g_array_index(input->lines, ys_line, line - 1).spot : 0;

	return spot ? &g_array_index(input->spots, ys_spot, spot) : NULL;
}
