#include "index/search/builder.h"

void ys_builder_init(ys_builder *builder, GError **error)
{
	builder->parts = g_ptr_array_new_with_free_func((GDestroyNotify)xc_query_free);
	builder->error = error;
	builder->failed = FALSE;
}

void ys_builder_add(ys_builder *builder, xc_query *query)
{
	if (query)
		g_ptr_array_add(builder->parts, query);
	else
		builder->failed = TRUE;
}

static xc_query *finish(ys_builder *builder, xc_query *(*combine)(xc_query **queries, gsize n, GError **error))
{
	g_autoptr(GPtrArray) parts = g_steal_pointer(&builder->parts);

	if (builder->failed)
		return NULL;
	/* the operands go over to the combination, only the array is left */
	g_ptr_array_set_free_func(parts, NULL);
	return combine((xc_query **)parts->pdata, parts->len, builder->error);
}

xc_query *ys_builder_all(ys_builder *builder)
{
	return finish(builder, xc_query_and);
}

xc_query *ys_builder_any(ys_builder *builder)
{
	return finish(builder, xc_query_or);
}

xc_query *ys_builder_term(const char *prefix, const char *value, GError **error)
{
	g_autofree char *term = g_strconcat(prefix, value, NULL);

	return xc_query_term(term, -1, error);
}

xc_query *ys_builder_any_term(const char *prefix, const GPtrArray *values, GError **error)
{
	ys_builder b;

	ys_builder_init(&b, error);
	for (guint i = 0; i < values->len && !b.failed; i++)
		ys_builder_add(&b, ys_builder_term(prefix, g_ptr_array_index(values, i), error));
	return ys_builder_any(&b);
}
