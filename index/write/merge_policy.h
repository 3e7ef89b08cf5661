/* When segments are merged.  Each segment and each hidden version makes every search do a
 * little more work, merging makes a run of the writer do more: the numbers are in merge_policy.c,
 * for people in doc/yusou-index.5. */
#ifndef YS_MERGE_POLICY_H
#define YS_MERGE_POLICY_H

#include <glib.h>

typedef enum {
	YS_SEGMENT_KEEP,        /* taken over as it is */
	YS_SEGMENT_DROP,        /* nothing in it is valid any more */
	YS_SEGMENT_JOIN,        /* compacted into the new segment, its hidden versions too */
	YS_SEGMENT_REWRITE      /* its valid records are copied into the new segment */
} ys_segment_fate;

typedef struct {
	guint64 records, live;  /* documents in it, and those that are valid */
	guint hidden;           /* versions that are not */
	ys_segment_fate fate;
} ys_segment_state;

/* Set the fate of each of states (of ys_segment_state), when a new segment with so many
 * records is added; 0: none is. */
void ys_merge_decide(GArray *states, guint64 adding);

#endif
