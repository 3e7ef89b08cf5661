#include "index/write/tally.h"

#include <string.h>

typedef struct {
	const ys_ledger *ledger;
	ys_index_summary *summary;
	ys_message_fn message;
	void *message_data;
} tally;

static void say_that_it_waits(const tally *t, const ys_claim *claim)
{
	if (claim->waits)
		t->message(claim->entry->path, 0, "it is taken when the other part of its publication that cannot be read is "
			   "mended", t->message_data);
}

static void count_part(tally *t, const ys_claim *claim)
{
	t->summary->parts += claim->seen;
	say_that_it_waits(t, claim);
}

static void count_loser(tally *t, const ys_claim *claim)
{
	const ys_claim *holder = ys_ledger_holder(t->ledger, claim->entry->identity);
	g_autofree char *text = NULL;

	if (claim->entry->part_of) {
		count_part(t, claim);
		return;
	}
	if (!holder || (!claim->seen && !claim->beaten))
		return;
	/* a copy says nothing new */
	if (!strcmp(holder->entry->sha256, claim->entry->sha256)) {
		t->summary->unchanged += !claim->beaten;
		return;
	}
	t->summary->superseded++;
	text = g_strdup_printf("the same publication as %s, which is newer and %s", holder->entry->path,
			       claim->beaten ? "taken instead" : "kept");
	t->message(claim->entry->path, 0, text, t->message_data);
}

static void count_winner(tally *t, const ys_claim *claim)
{
	const ys_manifest_entry *entry = claim->entry;

	say_that_it_waits(t, claim);
	t->summary->publications++;
	for (int type = 0; type < YS_N_TYPES; type++)
		t->summary->records[type] += entry->records[type];
	if (!claim->batch)
		return;
	t->summary->warnings += entry->warnings;
	if (g_hash_table_contains(t->ledger->known_identities, entry->identity) ||
	    g_hash_table_contains(t->ledger->known_files, entry->file))
		t->summary->corrected++;
	else
		t->summary->added++;
}

void ys_tally(const ys_ledger *ledger, ys_index_summary *summary, ys_message_fn message, void *data)
{
	tally t = { ledger, summary, message, data };
	g_autoptr(GPtrArray) claims = ys_ledger_claims(ledger);

	for (guint i = 0; i < claims->len; i++) {
		const ys_claim *claim = g_ptr_array_index(claims, i);

		if (claim->entry->version)
			count_winner(&t, claim);
		else
			count_loser(&t, claim);
	}
}
