#include "index/write/merge_policy.h"

/* A search opens all segments and asks each for every term. */
#define SEGMENTS_MAX 8
/* One more is joined with the smallest, and with the next as long as that has no more than so
 * many times the records joined so far.  The large ones stay where they are until others
 * have grown to their size: with a publication a day for five years a record is moved five
 * times, where always joining the smallest few would move it a hundred times. */
#define JOIN_RATIO 2

/* Share of hidden records that a segment is rewritten at: so it costs five records moved for
 * each that was replaced, at most. */
#define HIDDEN_PERCENT 20

/* Each hidden version is a term that every search excludes: 400 of them were measured to
 * cost a millisecond. */
#define HIDDEN_VERSIONS_MAX 500
#define HIDDEN_VERSIONS_AFTER 250

static ys_segment_fate alone(const ys_segment_state *state)
{
	if (!state->live)
		return YS_SEGMENT_DROP;
	if ((state->records - state->live) * 100 > state->records * HIDDEN_PERCENT)
		return YS_SEGMENT_REWRITE;
	return YS_SEGMENT_KEEP;
}

/* The one that is kept of which *better than all others; NULL if none is. */
static ys_segment_state *pick(GArray *states, gboolean (*better)(const ys_segment_state *, const ys_segment_state *))
{
	ys_segment_state *best = NULL;

	for (guint i = 0; i < states->len; i++) {
		ys_segment_state *state = &g_array_index(states, ys_segment_state, i);

		if (state->fate == YS_SEGMENT_KEEP && (!best || better(state, best)))
			best = state;
	}
	return best;
}

static gboolean is_smaller(const ys_segment_state *a, const ys_segment_state *b)
{
	return a->records < b->records;
}

/* Gets rid of more hidden versions for each record that must be copied. */
static gboolean is_worse(const ys_segment_state *a, const ys_segment_state *b)
{
	return (double)a->hidden * b->live > (double)b->hidden * a->live;
}

static guint count_kept(const GArray *states, guint *hidden)
{
	guint kept = 0;

	*hidden = 0;
	for (guint i = 0; i < states->len; i++) {
		const ys_segment_state *state = &g_array_index(states, ys_segment_state, i);

		if (state->fate != YS_SEGMENT_KEEP)
			continue;
		kept++;
		*hidden += state->hidden;
	}
	return kept;
}

static void join_small(GArray *states, guint64 adding)
{
	ys_segment_state *next = pick(states, is_smaller);

	do {
		next->fate = YS_SEGMENT_JOIN;
		adding += next->records;
		next = pick(states, is_smaller);
	} while (next && next->records <= JOIN_RATIO * adding);
}

static void rewrite(ys_segment_state *state, guint64 *adding)
{
	state->fate = YS_SEGMENT_REWRITE;
	*adding += state->live;
}

void ys_merge_decide(GArray *states, guint64 adding)
{
	guint hidden, kept;

	for (guint i = 0; i < states->len; i++) {
		ys_segment_state *state = &g_array_index(states, ys_segment_state, i);

		state->fate = alone(state);
		if (state->fate == YS_SEGMENT_REWRITE)
			rewrite(state, &adding);
	}
	kept = count_kept(states, &hidden);
	if (hidden > HIDDEN_VERSIONS_MAX)
		for (; hidden > HIDDEN_VERSIONS_AFTER; kept = count_kept(states, &hidden))
			rewrite(pick(states, is_worse), &adding);
	if (kept + (adding > 0) > SEGMENTS_MAX)
		join_small(states, adding);
}
