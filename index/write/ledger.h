/* What the writer knows of files while it works: which are indexed, which hold the same
 * publication, and whose documents count.
 *
 * Several files may hold the same publication.  The newest that is there is taken (time of
 * modification, then the greater path) with those beside it that are parts of it (composition.h), the others are remembered as
 * superseded.  As this follows a total order, it does not matter in which order or in how many runs
 * the files were seen. */
#ifndef YS_LEDGER_H
#define YS_LEDGER_H

#include "index/store/manifest.h"
#include "index/write/batch.h"
#include "index/write/file.h"

/* One file and the publication in it.  It has documents, and then is what is found of the
 * publication, if entry->version is set: those in entry->segment, or in batch. */
typedef struct {
	ys_manifest_entry *entry;
	ys_batch *batch;        /* of this run; NULL */
	gboolean seen;          /* named in this run, and there */
	gboolean beaten;        /* had documents, and lost them to a newer file in this run */
	gboolean unchanged;     /* and counted as that */
	gboolean fresh;         /* not known when the run began */
	gboolean put;           /* read in this run, and another than it was */
	gboolean waits;         /* put, and not in the documents of its publication, of which another part failed */
	gboolean gone;          /* no more in its archive: forgotten once all else was read */
	gboolean failed;        /* could not be read in this run: entry is what it was */
	gboolean apart;         /* could not be read together with its other files: the newest is taken alone */
} ys_claim;

/* Whether of two files with the same publication, which are both there, the first is taken. */
gboolean ys_ledger_is_newer(gint64 mtime, const char *file, gint64 than_mtime, const char *than_file);

typedef struct {
	GHashTable *by_file;    /* char * -> ys_claim, owned */
	GHashTable *by_identity; /* char * -> GPtrArray of ys_claim, never empty: of the publication, or its host */
	GHashTable *by_folder;  /* char * -> GPtrArray of ys_claim, never empty */
	GHashTable *by_content; /* char * -> GPtrArray of ys_claim, never empty */
	GHashTable *passed_over; /* char * -> ys_manifest_entry, owned: files without a publication */
	GHashTable *touched;    /* set of char *: identities to be decided anew */
	GHashTable *touched_folders;    /* set of char *: whose nameless files are to be hosted anew */
	GHashTable *known_files, *known_identities;     /* sets of char *: indexed when the run began */
	GPtrArray *contested;   /* of ys_claim: found by the last ys_ledger_decide() */
	GPtrArray *segments;    /* of ys_segment_info: those of the live generation; hidden versions grow */
	GMappedFile *text;      /* of the manifest, where entries have their lines */
	gboolean afresh;        /* a rebuild: nothing of those segments is to stay where it is */
	gboolean changed;       /* of what was known when the run began, something is no longer what is published */
	guint n_live;           /* claims with documents */
} ys_ledger;

/* Takes the contents of manifest, which stays the caller's and is empty afterwards. */
ys_ledger *ys_ledger_new(ys_manifest *manifest);
void ys_ledger_free(ys_ledger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ys_ledger, ys_ledger_free)

/* NULL if the file is not known. */
ys_claim *ys_ledger_find(const ys_ledger *ledger, const char *file);

/* Remember, until it is put or pruned, a file that was read and holds no publication, and why; what is remembered of
 * one, borrowed, or NULL. */
void ys_ledger_pass_over(ys_ledger *ledger, const ys_job *job, const char *why);
const ys_manifest_entry *ys_ledger_passed_over(const ys_ledger *ledger, const char *file);

void ys_ledger_forget_passed_over(ys_ledger *ledger, const char *file);
/* A file was read and is an archive of several publications: remember that, with its stamp and its members; where it was
 * cut, with those it had. */
void ys_ledger_put_archive(ys_ledger *ledger, const ys_job *job);
/* A file in it could not be read: the next run reads all of it again. */
void ys_ledger_read_again(ys_ledger *ledger, const ys_job *member);

/* A file has a new content, or is new.  Takes entry, which replaces what was known of it. */
ys_claim *ys_ledger_put(ys_ledger *ledger, ys_manifest_entry *entry, ys_batch *batch);
/* The documents of a claim were made, in batch: what made says of them is moved from it. */
void ys_ledger_put_documents(ys_ledger *ledger, ys_claim *claim, ys_manifest_entry *made, ys_batch *batch);
/* They could not be made of all files of the publication: until the end of the run the newest is taken alone. */
void ys_ledger_part(ys_ledger *ledger, ys_claim *claim);
/* It is no longer what is published. */
gboolean ys_ledger_has_changed(const ys_ledger *ledger);
/* Take over the segments of a generation, and the documents in them of a file that cannot be
 * read now (takes entry). */
void ys_ledger_take_segments(ys_ledger *ledger, ys_manifest *manifest);
void ys_ledger_keep(ys_ledger *ledger, ys_manifest_entry *entry);
/* Remember which files were in an archive that cannot be read now, or not all of it (takes archive). */
void ys_ledger_keep_archive(ys_ledger *ledger, ys_manifest_entry *archive);
/* A file has the content it had. */
void ys_ledger_refresh(ys_ledger *ledger, ys_claim *claim, const ys_stamp *stamp);
/* Forget a file; documents in a segment become hidden. */
void ys_ledger_remove(ys_ledger *ledger, ys_claim *claim);
/* Forget the files below the paths (absolute, NULL-terminated) that are no more; how many had documents. */
guint ys_ledger_prune(ys_ledger *ledger, char *const *roots);
/* Whether anything known is at root or below. */
gboolean ys_ledger_has_below(const ys_ledger *ledger, const char *root);
/* A file with this content that is known under another name and no more there under that:
 * it was moved.  NULL if there is none. */
ys_claim *ys_ledger_moved_from(const ys_ledger *ledger, const ys_claim *claim);

/* ---- deciding: decide.c ---- */

/* The identity of the publication that a claim is of. */
const char *ys_claim_publication(const ys_claim *claim);
/* It is of the publication of host; NULL: of its own. */
void ys_claim_set_host(ys_ledger *ledger, ys_claim *claim, const char *host);
/* Its documents no longer count: those in a segment are hidden from now on, a batch is made
 * again without them. */
void ys_claim_give_up(ys_ledger *ledger, ys_claim *claim);

/* Let the nameless files of directories that were touched be of the only publication there, if they may be parts of it.
 * Part of deciding, and allowed before it. */
void ys_ledger_host(ys_ledger *ledger);

/* The claims that count for the publication of a claim, as they will be decided, in the order in which they are read. */
GPtrArray *ys_ledger_parts(const ys_ledger *ledger, const ys_claim *claim);

/* Whether the file will be one of several that count. */
gboolean ys_ledger_is_part(const ys_ledger *ledger, const char *file);

/* Decide again for each publication that was touched.  Claims that lost their documents get
 * none, and spoil the batch they were in; a claim that wins without having documents is
 * appended to wanted (of ys_claim), to be read and put again, with its parts if it has a composition.
 *
 * Files with the title of one publication whose covers name different bodies are none of them the newer one:
 * contested has those that must be removed, all of them unless one was indexed when the run began; then
 * nothing is decided about the publication until they are. */
void ys_ledger_decide(ys_ledger *ledger, GPtrArray *wanted);

/* A claim to the same publication whose cover names another body; NULL if there is none. */
ys_claim *ys_ledger_contender(const ys_ledger *ledger, const ys_claim *claim);

/* The claim that has the documents of the publication; NULL if none has. */
ys_claim *ys_ledger_holder(const ys_ledger *ledger, const char *identity);

/* Whether a file with this publication loses to one that has documents already. */
gboolean ys_ledger_would_lose(const ys_ledger *ledger, const char *file, const char *identity, gint64 mtime);

/* All claims, sorted by path; borrowed. */
GPtrArray *ys_ledger_claims(const ys_ledger *ledger);

#endif
