/* Archives made in memory, for tests and fuzzers of what reads them. */
#ifndef YS_ARCHIVE_FIXTURE_H
#define YS_ARCHIVE_FIXTURE_H

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>
#include <string.h>

static inline la_ssize_t archive_take(G_GNUC_UNUSED struct archive *archive, void *bytes, const void *data, size_t len)
{
	g_byte_array_append(bytes, data, len);
	return len;
}

/* A ZIP archive whose bytes go to the array until it is closed. */
static inline struct archive *archive_begin(GByteArray *bytes, gboolean stored)
{
	struct archive *archive = archive_write_new();

	archive_write_set_format_zip(archive);
	if (stored)
		archive_write_zip_set_compression_store(archive);
	archive_write_set_bytes_in_last_block(archive, 1);
	g_assert_cmpint(archive_write_open2(archive, bytes, NULL, archive_take, NULL, NULL), ==, ARCHIVE_OK);
	return archive;
}

static inline void archive_put(struct archive *archive, const char *name, const void *data, gsize len)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, len);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	g_assert_cmpint(archive_write_header(archive, entry), >=, ARCHIVE_WARN);
	archive_write_data(archive, data, len);
	archive_entry_free(entry);
}

static inline void archive_end(struct archive *archive)
{
	g_assert_cmpint(archive_write_close(archive), ==, ARCHIVE_OK);
	archive_write_free(archive);
}

/* Of pairs of a name and a text; the last name is NULL. */
static inline GByteArray *archive_of(const char *name, ...)
{
	GByteArray *bytes = g_byte_array_new();
	struct archive *archive = archive_begin(bytes, FALSE);
	va_list args;

	va_start(args, name);
	for (; name; name = va_arg(args, const char *)) {
		const char *text = va_arg(args, const char *);

		archive_put(archive, name, text, strlen(text));
	}
	va_end(args);
	archive_end(archive);
	return bytes;
}

#endif
