#include "src/error.h"

#include "src/refusal.h"

static const ys_error_row rows[] = {
	/* code                 exit  http  what the visitor may see */
	{ YS_ERROR_INPUT,          2,  400, "The query is not valid." },
	{ YS_ERROR_NO_INDEX,       3,  503, "There is no index yet." },
	{ YS_ERROR_SCHEMA,         4,  503, "The index is from another version." },
	{ YS_ERROR_IO,            74,  500, "The index could not be read or written." },
	{ YS_ERROR_LOCKED,        75,  503, "The index is being written.  Try again later." },
	{ YS_ERROR_PUBLICATION,   74,  500, "A publication could not be read." },
	{ YS_ERROR_FOREIGN,       74,  500, "A file is no publication." },
	{ YS_ERROR_SEVERAL,       74,  500, "A file is several publications." },
	{ YS_ERROR_INTERNAL,      70,  500, "Internal error." },
};

G_DEFINE_QUARK(ys-error-quark, ys_error)
G_DEFINE_QUARK(ys-save-as-quark, ys_save_as)

static const ys_error_row *row_of(ys_error_code code)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].code == code)
			return &rows[i];
	return row_of(YS_ERROR_INTERNAL);
}

const ys_error_row *ys_error_answer(const GError *error)
{
	/* A failure that set no error is a bug of the callee. */
	if (!error)
		return row_of(YS_ERROR_INTERNAL);
	if (error->domain == YS_REFUSAL)
		return row_of(YS_ERROR_INPUT);
	if (error->domain == YS_SAVE_AS)
		return row_of(YS_ERROR_PUBLICATION);
	return row_of(error->domain == YS_ERROR ? (ys_error_code)error->code : YS_ERROR_IO);
}
