#include "src/original/parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "src/error.h"
#include "src/original/charset.h"

#define CHUNK 65536
/* Entries that are looked at, of which directories and unwanted parts are no parts. */
#define ENTRIES_MAX 20000

typedef struct archive reading;

static void reading_free(reading *archive)
{
	archive_read_free(archive);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(reading, reading_free)

void ys_part_free(ys_part *part)
{
	if (!part)
		return;
	g_free(part->name);
	g_free(part->data);
	g_free(part);
}

static reading *open_bytes(reading *archive, const ys_bytes *bytes)
{
	if (archive_read_open_memory(archive, bytes->data, bytes->len) == ARCHIVE_OK)
		return archive;
	archive_read_free(archive);
	return NULL;
}

/* By its directory at the end only: one without is cut off, and looking for its entries would unpack all. */
static reading *open_zip(const ys_bytes *bytes)
{
	reading *archive = archive_read_new();

	archive_read_support_format_zip_seekable(archive);
	return open_bytes(archive, bytes);
}

/* Is it packed by a program that packs single files, or tar archives as such? */
static gboolean is_compressed(const ys_bytes *bytes)
{
	return bytes->len > 6 && (!memcmp(bytes->data, "\x1f\x8b", 2) || !memcmp(bytes->data, "BZh", 3) ||
				  !memcmp(bytes->data, "\xfd" "7zXZ", 6));
}

static reading *open_any(const ys_bytes *bytes)
{
	reading *archive = archive_read_new();

	archive_read_support_format_zip_seekable(archive);
	archive_read_support_format_7zip(archive);
	archive_read_support_format_rar(archive);
	archive_read_support_format_rar5(archive);
	archive_read_support_format_tar(archive);
	/* takes anything: what is left of an archive that is cut off too */
	if (is_compressed(bytes))
		archive_read_support_format_raw(archive);
	archive_read_support_filter_gzip(archive);
	archive_read_support_filter_bzip2(archive);
	archive_read_support_filter_xz(archive);
	return open_bytes(archive, bytes);
}

static gboolean is_ascii(const char *s)
{
	while (*s && !(*s & 0x80))
		s++;
	return !*s;
}

/* Without its mark a name is in the encoding of the computer that packed it.  libarchive gives the bytes
 * and, where there is a mark, the characters; in a locale without Chinese the bytes are then nothing. */
static char *name_of(struct archive_entry *entry)
{
	const char *raw = archive_entry_pathname(entry);
	const char *marked = raw && !is_ascii(raw) ? NULL : archive_entry_pathname_utf8(entry);

	if (marked && *marked && g_utf8_validate(marked, -1, NULL))
		return g_strdup(marked);
	return raw && *raw ? ys_charset_decode_name(raw) : g_strdup("?");
}

static gboolean same_name(const char *a, const char *b)
{
	return !g_ascii_strcasecmp(a + (*a == '/'), b);
}

int ys_parts_bid(const ys_bytes *bytes, const char *name)
{
	g_autoptr(reading) archive = NULL;
	struct archive_entry *entry;

	if (bytes->len < 4 || memcmp(bytes->data, "PK\3\4", 4) || !(archive = open_zip(bytes)))
		return 0;
	for (guint i = 0; i < ENTRIES_MAX && archive_read_next_header(archive, &entry) >= ARCHIVE_WARN; i++) {
		g_autofree char *here = name_of(entry);

		if (same_name(here, name))
			return 32 + 8 * strlen(name);
	}
	return 0;
}

static const char *const too_large = "more would be unpacked than the 256 MB or 2000 files that one file may take";

/* FALSE: what may be unpacked is used up. */
static gboolean unpack(reading *archive, ys_part *part, ys_budget *budget)
{
	g_autoptr(GByteArray) data = g_byte_array_new();
	la_ssize_t n;

	do {
		gsize before = data->len;

		g_byte_array_set_size(data, before + CHUNK);
		n = archive_read_data(archive, data->data + before, CHUNK);
		g_byte_array_set_size(data, before + MAX(n, 0));
		if ((gsize)MAX(n, 0) > budget->bytes) {
			budget->bytes = 0;
			part->failure = too_large;
			return FALSE;
		}
		budget->bytes -= MAX(n, 0);
	} while (n > 0);
	if (n < 0) {
		part->failure = "it is damaged, or packed in a way that is not known here; unpack the archive and "
				"give the files themselves";
		return TRUE;
	}
	part->len = data->len;
	part->data = (char *)g_byte_array_free(g_steal_pointer(&data), FALSE);
	if (!part->data)
		part->data = g_strdup("");
	return TRUE;
}

static gboolean take(reading *archive, struct archive_entry *entry, char *name, GPtrArray *parts, ys_budget *budget)
{
	ys_part *part;

	if (!budget->parts) {
		g_free(name);
		return FALSE;
	}
	budget->parts--;
	part = g_new0(ys_part, 1);
	part->name = name;
	g_ptr_array_add(parts, part);
	if (archive_entry_is_encrypted(entry)) {
		part->failure = "it is locked by a password; unpack the archive with it and give the files themselves";
		return TRUE;
	}
	return unpack(archive, part, budget);
}

/* Why not all was read; NULL: it was. */
static const char *take_all(reading *archive, gboolean (*wanted)(const char *name), GPtrArray *parts, ys_budget *budget)
{
	struct archive_entry *entry;
	int status;

	for (guint i = 0; (status = archive_read_next_header(archive, &entry)) >= ARCHIVE_WARN; i++) {
		g_autofree char *name = name_of(entry);

		if (status == ARCHIVE_EOF)
			return NULL;
		if (i == ENTRIES_MAX)
			return too_large;
		if (archive_entry_filetype(entry) != AE_IFREG || (wanted && !wanted(name + (*name == '/'))))
			continue;
		if (!take(archive, entry, g_steal_pointer(&name), parts, budget))
			return too_large;
	}
	return archive_read_has_encrypted_entries(archive) > 0 ?
		       "it is locked by a password; unpack the archive with it and give the files themselves" :
		       "the archive is damaged or cut off; fetch it again";
}

/* The bounds of the whole, where the bytes are not themselves a part of something. */
static ys_budget *budget_of(const ys_bytes *bytes, ys_budget *whole)
{
	*whole = (ys_budget)YS_BUDGET_WHOLE;
	return bytes->budget ? bytes->budget : whole;
}

static GPtrArray *set_error(GError **error, const char *why)
{
	g_set_error_literal(error, YS_ERROR, YS_ERROR_PUBLICATION, why);
	return NULL;
}

GPtrArray *ys_parts_of_document(const ys_bytes *bytes, gboolean (*wanted)(const char *name), GError **error)
{
	g_autoptr(reading) archive = open_zip(bytes);
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func((GDestroyNotify)ys_part_free);
	ys_budget whole;
	const char *rest;

	if (!archive)
		return set_error(error, "the document is cut off; fetch it again");
	rest = take_all(archive, wanted, parts, budget_of(bytes, &whole));
	if (rest)
		return set_error(error, rest);
	for (guint i = 0; i < parts->len; i++) {
		const ys_part *part = g_ptr_array_index(parts, i);

		if (part->failure)
			return set_error(error, part->failure);
	}
	return g_steal_pointer(&parts);
}

/* libarchive calls it "data". */
static void name_after_archive(GPtrArray *parts, const ys_bytes *bytes)
{
	ys_part *part = g_ptr_array_index(parts, 0);
	char *dot;

	g_free(part->name);
	part->name = g_path_get_basename(bytes->name);
	dot = strrchr(part->name, '.');
	if (dot && dot != part->name)
		*dot = '\0';
}

GPtrArray *ys_parts_of_archive(const ys_bytes *bytes, const char **rest, GError **error)
{
	g_autoptr(reading) archive = open_any(bytes);
	g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func((GDestroyNotify)ys_part_free);
	ys_budget whole;

	if (!archive)
		return set_error(error, "the archive is cut off or damaged; fetch it again");
	*rest = take_all(archive, NULL, parts, budget_of(bytes, &whole));
	if (!parts->len)
		return set_error(error, *rest ? *rest : "the archive is empty");
	if (archive_format(archive) == ARCHIVE_FORMAT_RAW)
		name_after_archive(parts, bytes);
	return g_steal_pointer(&parts);
}

const ys_part *ys_parts_find(const GPtrArray *parts, const char *name)
{
	for (guint i = 0; i < parts->len; i++) {
		const ys_part *part = g_ptr_array_index(parts, i);

		if (same_name(part->name, name))
			return part;
	}
	return NULL;
}

/* ---- names in the order people give them ---- */

static gsize digits_at(const char *s)
{
	return strspn(s, "0123456789");
}

/* Numbers by their value, however long and padded. */
static int compare_numbers(const char *a, gsize n_a, const char *b, gsize n_b)
{
	for (; n_a && *a == '0'; n_a--)
		a++;
	for (; n_b && *b == '0'; n_b--)
		b++;
	if (n_a != n_b)
		return n_a < n_b ? -1 : 1;
	return memcmp(a, b, n_a);
}

int ys_parts_compare_names(const char *a, const char *b)
{
	while (*a && *b) {
		gsize n_a = digits_at(a), n_b = digits_at(b);
		int difference;

		if (n_a && n_b) {
			difference = compare_numbers(a, n_a, b, n_b);
			a += n_a;
			b += n_b;
		} else {
			difference = (guchar)*a++ - (guchar)*b++;
		}
		if (difference)
			return difference;
	}
	return (*a != '\0') - (*b != '\0');
}
