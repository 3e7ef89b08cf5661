/* The one place where C++ exceptions live and die: every entry point runs its body
 * under guarded(), so that nothing Xapian or the run time throws reaches C. */
#include "index/xapian_c.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

#include <xapian.h>

/* Glass keeps a term in a 255 byte key beside a docid; a NUL takes two bytes of it.
 * Xapian itself looks only when the document is added, and then throws away all that
 * was added since the last commit: so terms are measured before they get there. */
#define TERM_MAX 245

/* Xapian collects postings in a map by term that soon outgrows the CPU's caches:
 * batches of some hundred records take half the time of its default of 10,000. */
static const unsigned FLUSH_EVERY = 500;

struct xc_document {
	Xapian::Document doc;
	std::size_t value_bytes = 0;    /* all values, with room for their keys */
	GError *error = nullptr;        /* the first thing that went wrong while building */

	~xc_document() { g_clear_error(&error); }
};

/* There is always a transaction open, except inside xc_writer_commit(): Xapian's
 * destructor commits what is not in a transaction and drops what is. */
struct xc_writer {
	std::string path;
	Xapian::WritableDatabase db;
	unsigned unflushed = 0;         /* documents, */
	std::size_t value_bytes = 0;    /* and their values */
	bool broken = false;            /* something added was lost: never commit the rest */
};

struct xc_query {
	Xapian::Query query;
};

struct xc_reader {
	std::string path;
	Xapian::Database db;
};

/* ---- the boundary ---- */

/* The code for the Xapian::Error being handled.  Whether there is an index at all is for the
 * store to say: what should be there and cannot be opened is damaged or forbidden. */
static ys_error_code code_of_current()
{
	try {
		throw;
	} catch (const Xapian::DatabaseVersionError &) {
		return YS_ERROR_SCHEMA;
	} catch (const Xapian::FeatureUnavailableError &) { /* a backend dropped, or left out */
		return YS_ERROR_SCHEMA;
	} catch (const Xapian::InvalidArgumentError &) {
		return YS_ERROR_INPUT;
	} catch (const Xapian::Error &) {
		return YS_ERROR_IO;
	}
}

/* Must not throw: it is called where nothing catches any more. */
static void fail(GError **error, ys_error_code code, const char *path, const char *what,
		 const char *reason = nullptr) noexcept
{
	g_set_error(error, YS_ERROR, code, "%s%s%s%s%s%s", path ? path : "", path ? ": " : "", what,
		    reason ? " (" : "", reason ? reason : "", reason ? ")" : "");
}

template <class F> static bool guarded(GError **error, const char *path, F &&body) noexcept
{
	try {
		try {
			body();
			return true;
		} catch (const Xapian::Error &e) {
			/* All but fail() itself may run out of memory, so there is an outer try. */
			fail(error, code_of_current(), path, e.get_msg().c_str(), e.get_error_string());
		}
	} catch (const std::bad_alloc &) {
		fail(error, YS_ERROR_INTERNAL, path, "no memory");
	} catch (const std::exception &e) {
		fail(error, YS_ERROR_INTERNAL, path, e.what());
	} catch (...) {
		fail(error, YS_ERROR_INTERNAL, path, "unexpected exception");
	}
	return false;
}

static std::string checked_term(const char *term, gssize len)
{
	const std::string out(term, len < 0 ? strlen(term) : len);
	const std::size_t size = out.size() + std::count(out.begin(), out.end(), '\0');

	/* Xapian takes a query for the empty term as "every document". */
	if (out.empty())
		throw Xapian::InvalidArgumentError("a term is empty");
	if (size > TERM_MAX)
		throw Xapian::InvalidArgumentError("a term has " + std::to_string(size) +
						   " bytes, at most " G_STRINGIFY(TERM_MAX) " fit");
	return out;
}

/* Xapian's compaction overwrites what lies at its destination, and its writer makes
 * itself at home in any directory; a segment is new or it is not ours to touch. */
static void refuse_existing(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0)
		throw Xapian::DatabaseCreateError("already exists");
}

/* ---- writing ---- */

template <class F> static void build(xc_document *doc, F &&body) noexcept
{
	if (doc && !doc->error)
		guarded(&doc->error, nullptr, body);
}

extern "C" xc_document *xc_document_new(void)
{
	xc_document *out = nullptr;

	guarded(nullptr, nullptr, [&] { out = new xc_document; });
	return out;
}

extern "C" void xc_document_add_term(xc_document *doc, const char *term, gssize len, guint wdf)
{
	build(doc, [&] { doc->doc.add_term(checked_term(term, len), wdf); });
}

static void set_value(xc_document *doc, guint slot, const std::string &value)
{
	doc->doc.add_value(slot, value);
	doc->value_bytes += value.size() + 16;
}

extern "C" void xc_document_set_number(xc_document *doc, guint slot, double value)
{
	build(doc, [&] { set_value(doc, slot, Xapian::sortable_serialise(value)); });
}

extern "C" void xc_document_set_value(xc_document *doc, guint slot, const char *value, gssize len)
{
	build(doc, [&] { set_value(doc, slot, std::string(value, len < 0 ? strlen(value) : len)); });
}

extern "C" void xc_document_set_data(xc_document *doc, const char *data, gsize len)
{
	build(doc, [&] { doc->doc.set_data(std::string(data, len)); });
}

extern "C" void xc_document_free(xc_document *doc)
{
	delete doc;
}

extern "C" xc_writer *xc_writer_create(const char *path, GError **error)
{
	/* Not DB_DANGEROUS: it saves nothing measurable and cannot cancel. */
	const int flags = Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC |
			  Xapian::DB_BACKEND_GLASS;
	xc_writer *out = nullptr;

	guarded(error, path, [&] {
		auto writer = std::make_unique<xc_writer>();

		refuse_existing(path);
		writer->path = path;
		writer->db = Xapian::WritableDatabase(path, flags);
		writer->db.begin_transaction(false);
		out = writer.release();
	});
	return out;
}

/* When a write fails Xapian drops all that was not committed and would carry on. */
template <class F> static bool change(xc_writer *writer, GError **error, F &&body) noexcept
{
	return guarded(error, writer->path.c_str(), [&] {
		if (writer->broken)
			throw Xapian::DatabaseError("an earlier write failed; begin again elsewhere");
		writer->broken = true;
		body();
		writer->broken = false;
	});
}

/* Xapian writes the last of the values in a destructor, so that a full disk would end
 * the process.  See to it that there is room before it begins: four times their size
 * for half-filled blocks, and the blocks above them. */
static void ensure_room(const xc_writer *writer)
{
	const std::string probe = writer->path + "/room", table = writer->path + "/postlist.glass";
	const off_t room = (1 << 20) + 4 * static_cast<off_t>(writer->value_bytes);
	struct rlimit limit;
	struct stat st;
	int fd, rc;

	if (stat(table.c_str(), &st) == 0 && getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
	    limit.rlim_cur < static_cast<rlim_t>(st.st_size + room))
		throw Xapian::DatabaseError("cannot write", EFBIG);
	fd = open(probe.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	rc = fd < 0 ? errno : posix_fallocate(fd, 0, room);
	if (fd >= 0)
		close(fd);
	unlink(probe.c_str());
	if (rc != 0 && rc != EINTR)
		throw Xapian::DatabaseError("cannot write", rc);
}

/* Move what was added from memory to the tables without making it a revision: inside
 * a transaction Xapian does so when it has to list all terms, and all values. */
static void flush(xc_writer *writer)
{
	writer->db.allterms_begin();
	if (writer->value_bytes) {
		ensure_room(writer);
		writer->db.valuestream_begin(0);
	}
	writer->unflushed = 0;
	writer->value_bytes = 0;
}

extern "C" gboolean xc_writer_add(xc_writer *writer, const xc_document *doc, GError **error)
{
	if (!doc)
		return guarded(error, nullptr, [] { throw std::bad_alloc(); });
	if (doc->error) {
		g_propagate_error(error, g_error_copy(doc->error));
		return FALSE;
	}
	return change(writer, error, [&] {
		writer->db.add_document(doc->doc);
		writer->value_bytes += doc->value_bytes;
		if (++writer->unflushed >= FLUSH_EVERY)
			flush(writer);
	});
}

extern "C" gboolean xc_writer_commit(xc_writer *writer, GError **error)
{
	return change(writer, error, [&] {
		flush(writer);
		writer->db.commit_transaction();
		try {
			writer->db.commit();
		} catch (...) {
			/* Or the destructor would try once more. */
			writer->db.begin_transaction(false);
			throw;
		}
		writer->db.begin_transaction(false);
	});
}

extern "C" void xc_writer_free(xc_writer *writer)
{
	delete writer;
}

extern "C" gboolean xc_compact(const char *const *sources, const char *dest, GError **error)
{
	bool opened = true;

	return guarded(error, dest, [&] {
		Xapian::Database all;

		refuse_existing(dest);
		for (; opened && *sources; sources++)
			opened = guarded(error, *sources,
					 [&] { all.add_database(Xapian::Database(*sources)); });
		if (opened && all.size() == 0)
			throw std::invalid_argument("no databases to merge");
		if (opened)
			all.compact(dest, Xapian::Compactor::FULL);
	}) && opened;
}

/* ---- queries ---- */

template <class F> static xc_query *make(GError **error, F &&body) noexcept
{
	xc_query *out = nullptr;

	guarded(error, nullptr, [&] { out = new xc_query{ body() }; });
	return out;
}

static xc_query *combine(Xapian::Query::op op, xc_query **queries, gsize n, GError **error) noexcept
{
	xc_query *out = nullptr;

	if (std::find(queries, queries + n, nullptr) == queries + n)
		out = make(error, [&] {
			std::vector<Xapian::Query> parts;

			for (gsize i = 0; i < n; i++)
				parts.push_back(queries[i]->query);
			return Xapian::Query(op, parts.begin(), parts.end());
		});
	std::for_each(queries, queries + n, xc_query_free);
	return out;
}

extern "C" xc_query *xc_query_term(const char *term, gssize len, GError **error)
{
	return make(error, [&] { return Xapian::Query(checked_term(term, len)); });
}

extern "C" xc_query *xc_query_prefix(const char *prefix, gssize len, GError **error)
{
	return make(error, [&] {
		/* 0: without a limit, or common characters would be an error. */
		return Xapian::Query(Xapian::Query::OP_WILDCARD, checked_term(prefix, len), 0,
				     Xapian::Query::WILDCARD_LIMIT_ERROR, Xapian::Query::OP_SYNONYM);
	});
}

extern "C" xc_query *xc_query_all(GError **error)
{
	/* Not Query::MatchAll, which all threads would share without a lock. */
	return make(error, [] { return Xapian::Query(std::string()); });
}

extern "C" xc_query *xc_query_and(xc_query **queries, gsize n, GError **error)
{
	return n ? combine(Xapian::Query::OP_AND, queries, n, error) : xc_query_all(error);
}

extern "C" xc_query *xc_query_or(xc_query **queries, gsize n, GError **error)
{
	return combine(Xapian::Query::OP_OR, queries, n, error);
}

extern "C" xc_query *xc_query_filter(xc_query *query, xc_query *filter, GError **error)
{
	xc_query *both[] = { query, filter };

	return combine(Xapian::Query::OP_FILTER, both, 2, error);
}

extern "C" xc_query *xc_query_and_not(xc_query *query, xc_query *excluded, GError **error)
{
	xc_query *both[] = { query, excluded };

	return combine(Xapian::Query::OP_AND_NOT, both, 2, error);
}

extern "C" xc_query *xc_query_and_maybe(xc_query *query, xc_query *bonus, GError **error)
{
	xc_query *both[] = { query, bonus };

	return combine(Xapian::Query::OP_AND_MAYBE, both, 2, error);
}

extern "C" xc_query *xc_query_scale(xc_query *query, double factor, GError **error)
{
	xc_query *out = nullptr;

	if (query)
		out = make(error, [&] {
			return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query->query, factor);
		});
	xc_query_free(query);
	return out;
}

/* The least string that is a value at all: no value is the empty string, which
 * Xapian would count as within an open range. */
static const std::string LEAST_VALUE(1, '\0');

extern "C" xc_query *xc_query_number_range(guint slot, double lo, double hi, GError **error)
{
	return make(error, [&] {
		return Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot,
				     std::max(LEAST_VALUE, Xapian::sortable_serialise(lo)),
				     Xapian::sortable_serialise(hi));
	});
}

extern "C" void xc_query_free(xc_query *query)
{
	delete query;
}

/* ---- reading ---- */

extern "C" xc_reader *xc_reader_open(const char *path, GError **error)
{
	xc_reader *out = nullptr;

	guarded(error, path, [&] { out = new xc_reader{ path, Xapian::Database(path) }; });
	return out;
}

extern "C" void xc_reader_free(xc_reader *reader)
{
	delete reader;
}

extern "C" guint32 xc_reader_n_documents(const xc_reader *reader)
{
	guint32 n = 0;

	guarded(nullptr, nullptr, [&] { n = reader->db.get_doccount(); });
	return n;
}

extern "C" gboolean xc_reader_termfreq(xc_reader *reader, const char *term, guint32 *freq, GError **error)
{
	return guarded(error, reader->path.c_str(), [&] { *freq = reader->db.get_termfreq(term); });
}

extern "C" guint32 xc_reader_stride(const xc_reader *reader)
{
	return std::max<size_t>(1, reader->db.size());
}

extern "C" char *xc_reader_data(xc_reader *reader, guint32 docid, gsize *len, GError **error)
{
	char *out = nullptr;

	guarded(error, reader->path.c_str(), [&] {
		const std::string data = reader->db.get_document(docid).get_data();

		out = static_cast<char *>(g_malloc(data.size() + 1));
		memcpy(out, data.c_str(), data.size() + 1);
		*len = data.size();
	});
	return out;
}

extern "C" gboolean xc_reader_values(xc_reader *reader, guint slot, const guint32 *docids, gsize n, xc_value_fn fn,
				     void *fn_data, GError **error)
{
	return guarded(error, reader->path.c_str(), [&] {
		auto value = reader->db.valuestream_begin(slot);
		const auto end = reader->db.valuestream_end(slot);

		for (gsize i = 0; i < n; i++) {
			if (value != end)
				value.skip_to(docids[i]);
			if (value != end && value.get_docid() == docids[i]) {
				const std::string here = *value;

				fn(i, here.c_str(), here.size(), fn_data);
			} else {
				fn(i, "", 0, fn_data);
			}
		}
	});
}

/* A value and the document that keeps it. */
struct kept_value {
	Xapian::docid keeper;
	std::string value;
};

/* The values of a slot, one database's apart from another's: the docids of several databases
 * interleave. */
class kept_values {
	Xapian::ValueIterator next, end;
	std::vector<std::deque<kept_value>> parts;

    public:
	kept_values(const Xapian::Database &db, guint slot)
		: next(db.valuestream_begin(slot)), end(db.valuestream_end(slot)), parts(std::max<size_t>(1, db.size()))
	{
	}
	Xapian::docid stride() const { return parts.size(); }
	/* Docids must come in ascending order. */
	const kept_value *of(Xapian::docid docid)
	{
		auto &part = parts[(docid - 1) % parts.size()];

		while (!part.empty() && part.front().keeper < docid)
			part.pop_front();
		if (part.empty() && next != end)
			next.skip_to(docid);
		for (; part.empty() && next != end; ++next)
			parts[(next.get_docid() - 1) % parts.size()].push_back({ next.get_docid(), *next });
		return part.empty() ? nullptr : &part.front();
	}
};

extern "C" gboolean xc_reader_groups(xc_reader *reader, guint slot, const guint32 *docids, gsize n, xc_group_fn fn,
				     void *fn_data, GError **error)
{
	return guarded(error, reader->path.c_str(), [&] {
		kept_values values(reader->db, slot);

		for (gsize i = 0; i < n; i++) {
			const kept_value *kept = values.of(docids[i]);

			if (kept)
				fn(i, kept->keeper, (kept->keeper - docids[i]) / values.stride(), kept->value.data(),
				   kept->value.size(), fn_data);
			else
				fn(i, 0, 0, "", 0, fn_data);
		}
	});
}

extern "C" gboolean xc_reader_each_term(xc_reader *reader, const char *prefix, xc_term_fn fn, void *fn_data,
					GError **error)
{
	return guarded(error, reader->path.c_str(), [&] {
		const Xapian::TermIterator end = reader->db.allterms_end(prefix);

		for (Xapian::TermIterator it = reader->db.allterms_begin(prefix); it != end; ++it)
			if (!fn((*it).c_str(), it.get_termfreq(), fn_data))
				break;
	});
}

extern "C" GArray *xc_reader_documents(xc_reader *reader, const char *term, GError **error)
{
	g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(guint32));

	if (!guarded(error, reader->path.c_str(), [&] {
		    const std::string name = checked_term(term, -1);
		    const Xapian::PostingIterator end = reader->db.postlist_end(name);

		    for (Xapian::PostingIterator it = reader->db.postlist_begin(name); it != end; ++it) {
			    const guint32 docid = *it;
			    g_array_append_val(docids, docid);
		    }
	    }))
		return nullptr;
	return g_steal_pointer(&docids);
}

extern "C" xc_result *xc_search(xc_reader *reader, const xc_query *query, const xc_page *page, GError **error)
{
	g_autoptr(xc_result) result = g_new0(xc_result, 1);

	result->hits = g_array_new(FALSE, FALSE, sizeof(xc_hit));
	if (!guarded(error, reader->path.c_str(), [&] {
		    /* A stub that lists nothing; Enquire would refuse it. */
		    if (reader->db.size() == 0)
			    return;

		    Xapian::Enquire enquire(reader->db);

		    enquire.set_query(query->query);
		    /* b=0: no look-up of document lengths; five times faster. */
		    enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, 0, 0.5));
		    if (page->order == XC_BY_NUMBER)
			    enquire.set_sort_by_value_then_relevance(page->sort_slot, true);

		    const Xapian::MSet mset = enquire.get_mset(0, page->max, page->check_at_least);

		    for (Xapian::MSetIterator it = mset.begin(); it != mset.end(); ++it) {
			    const xc_hit hit = { *it, it.get_weight() };
			    g_array_append_val(result->hits, hit);
		    }
		    result->total = mset.get_matches_estimated();
	    }))
		return nullptr;
	return g_steal_pointer(&result);
}

extern "C" void xc_result_free(xc_result *result)
{
	if (!result)
		return;
	g_array_unref(result->hits);
	g_free(result);
}
