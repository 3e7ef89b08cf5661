/* What is in an index, in one place.
 *
 * A document is one record (src/record.h).  Its data is the record as JSON, in the form of
 * ys_record_to_stored(), with amounts as integers of fen, and at the end a sum, which tells damage
 * that Xapian does not notice.  Lines of a budget are many and alike: those of a publication, which come
 * last of its records, stand on sheets of so many lines, each with what the publication says of all of them and one
 * sum, the data of the last of its lines; the others have none.
 *
 * Terms without prefix are the segments (src/text/segment.h) of all searchable fields of
 * the record, counted as often as they occur.  Prefixed terms:
 *
 *   S    segments of the title, to weigh matches there more
 *   L    segments of a line of a budget, which has no others: there are as many lines as other
 *        records, and of few names; a search for projects must neither meet nor weigh them
 *   R    segments of a table, its title, notes and own rows; of its title it has plain ones too: rows say
 *        the same in every publication, and would weigh on the words of projects
 *   Q    the record's id: one document, or one a publication for departments; and ids it had before it was
 *        mended whose publication it is of
 *   XT   type of the record: publication, section, table, project, item, department,
 *        line
 *   XK   kind: 预算, 决算, 其他
 *   XG   division code, one term for each level: 440000, 440100, 440111; where no table has it, the
 *        name of each level, and of the last with 本级 behind it
 *   XA   name of the department, and of each alias that this does not give (src/body_name.h), as
 *        a name key (src/text/key.h), cut to YS_NAME_TERM_MAX bytes
 *   XC   function or economic code of a row of a table, or of a line: 2010302, 30201; found as a whole or,
 *        rolled up, by its beginning
 *   XU   id of the publication a record stands in, or is
 *   XI   publication version: changes with the content of the file.  A version that was
 *        replaced stays in its segment and is excluded from every search by this term
 *
 * Document numbers (国办发〔2019〕54号) need no term of their own: brackets of any shape fold to
 * the same separator, so they are found as phrases.
 *
 * Han characters never begin with a capital ASCII letter and words are folded to lower
 * case, so prefixed and plain terms cannot meet.
 *
 * Value slots.  Xapian keeps them uncompressed and in the order of the documents, so that those of
 * many documents are read in one pass; its data, a compressed piece for each document, is only
 * opened for what is shown.  Its remote backend serves values too, though one document at a time.
 *
 *   0    amount in fen, as a sortable number (exact up to 2^53 fen), to sort and filter by
 *   1    year, as a sortable number, to sort and filter by
 *   2    searchable text, folded, '|' between its fields and the title first, by which a match
 *        is verified and weighed
 *   3    cards (index/cards.h), by which sums and facets are counted: what is known of every
 *        record of a publication, kept by the last document of it alone.  The documents of
 *        a publication follow each other; so one value serves them all
 *   4    what counts in a comparison (index/counted.h)
 *
 * The manifest of a generation (index/store/manifest.h) says which schema and tokeniser made it.
 * Sources are the truth and the index is disposable: another version is refused with
 * YS_ERROR_SCHEMA and rebuilt, never converted. */
#ifndef YS_SCHEMA_H
#define YS_SCHEMA_H

#define YS_PREFIX_TITLE       "S"
#define YS_PREFIX_LINE        "L"
#define YS_PREFIX_ROWS        "R"
#define YS_PREFIX_ID          "Q"
#define YS_PREFIX_TYPE        "XT"
#define YS_PREFIX_KIND        "XK"
#define YS_PREFIX_REGION      "XG"
#define YS_PREFIX_DEPARTMENT  "XA"
#define YS_PREFIX_CODE        "XC"
#define YS_PREFIX_PUBLICATION "XU"
#define YS_PREFIX_VERSION     "XI"

#define YS_NAME_TERM_MAX 200

enum {
	YS_SLOT_AMOUNT,
	YS_SLOT_YEAR,
	YS_SLOT_TEXT,
	YS_SLOT_CARDS,
	YS_SLOT_COUNTED
};

/* 1 first release
 * 2 sources say format, page, sheet and row of the table; those of version 1 know lines only
 * 3 sources say url, records when they were published; regions may be in no table of divisions
 * 4 lines of budgets are records; publications say what their tables are called
 * 5 what counts of a record in a comparison is a value of its own; tables have notes, and say which of their rows are
 *   searched as theirs; lines are stored together; years have no terms
 * 6 publications have an amount; lines stand on sheets that need no publication to be read */
#define YS_SCHEMA_CURRENT 6

#endif
