/* What the harnesses share.  Each defines the entry point of libFuzzer; replay.c calls the same
 * one for every file of a corpus, so that make check needs no fuzzer. */
#ifndef YS_FUZZ_H
#define YS_FUZZ_H

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

#include "src/error.h"
#include "src/refusal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A failure is one of ours, with the code callers expect, and can be shown to a person.  A publication that cannot
 * be read may be one for an office program. */
static inline void check_error(const GError *error, ys_error_code code)
{
	g_assert_nonnull(error);
	if (error->domain != YS_SAVE_AS || code != YS_ERROR_PUBLICATION) {
		g_assert_cmpuint(error->domain, ==, YS_ERROR);
		g_assert_cmpint(error->code, ==, code);
	}
	g_assert_true(*error->message && g_utf8_validate(error->message, -1, NULL));
}

/* Bytes are no publication, or several, or one that cannot be read. */
static inline void check_unread(const GError *error)
{
	gboolean foreign = g_error_matches(error, YS_ERROR, YS_ERROR_FOREIGN);
	gboolean several = g_error_matches(error, YS_ERROR, YS_ERROR_SEVERAL);

	check_error(error, foreign ? YS_ERROR_FOREIGN : several ? YS_ERROR_SEVERAL : YS_ERROR_PUBLICATION);
}

/* What was asked is refused, with a sentence that can be shown too. */
static inline void check_refusal(const GError *error)
{
	g_assert_nonnull(error);
	g_assert_cmpuint(error->domain, ==, YS_REFUSAL);
	g_assert_cmpint(error->code, <, YS_N_REASONS);
	g_assert_true(*error->message && g_utf8_validate(error->message, -1, NULL));
}

#endif
