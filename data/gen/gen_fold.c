/* Write the folding table: gen_fold data/traditional >fold_table.h, at build time.
 *
 * A code point folds to its NFKC, then full case folding, then simplified
 * characters, again and again until nothing changes, so that folding what is
 * folded changes nothing.  The table has two stages, as most of Unicode's blocks
 * of 128 are alike.  A rule below FOLD_SELF says that the code point stays itself
 * and what it is (its class, FOLD_MARK, FOLD_JOINS); others are FOLD_SELF plus
 * the place in fold_pool where the folded code points stand, up to FOLD_LAST. */
#include "src/text/fold.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#define CODES           0x110000
#define BLOCK_BITS      7
#define BLOCK_SIZE      (1 << BLOCK_BITS)
#define BLOCKS          (CODES >> BLOCK_BITS)
#define POOL_MAX        32768
#define FOLDED_MAX      64              /* the longest known is U+FDFA: 18 */

#define FOLD_MARK       8u              /* belongs to the character before it */
#define FOLD_JOINS      16u             /* may compose or change places with the one before it */
#define FOLD_SELF       32u
#define FOLD_WHAT_SHIFT 21
#define FOLD_LAST       (1u << 31)

/* ` 「 」 『 』 stand here too: budgets of one region quote with them, those of the
 * next with “ ”.  Book marks 《 》 are no quotation marks: titles end there. */
static const uint32_t quotes[] = {
	0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F,
	0x2039, 0x203A, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D, 0x301E, 0x301F,
};

static uint32_t simplified[CODES];
static uint8_t joins[CODES];            /* second half of a canonical composition */
static uint16_t rules[CODES];
static uint32_t pool[POOL_MAX];
static size_t pool_len;
static uint16_t stage1[BLOCKS];

static _Noreturn G_GNUC_PRINTF(1, 2) void die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("gen_fold: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static void read_traditional(const char *path)
{
	FILE *file = fopen(path, "r");
	char line[256];
	int number = 0;

	if (!file)
		die("%s cannot be opened", path);
	while (fgets(line, sizeof line, file)) {
		const uint8_t *s = (const uint8_t *)line;
		size_t len = strlen(line);
		ucs4_t from, to;
		int a, b;

		number++;
		if (line[0] == '#')
			continue;
		a = u8_mbtoucr(&from, s, len);
		if (a <= 0 || s[a] != '\t')
			die("%s:%d: want one character, a tab, one character", path, number);
		b = u8_mbtoucr(&to, s + a + 1, len - a - 1);
		if (b <= 0 || s[a + 1 + b] != '\n')
			die("%s:%d: want one character after the tab", path, number);
		simplified[from] = to;
	}
	if (ferror(file) || fclose(file))
		die("%s cannot be read", path);
}

static gboolean is_assigned(uint32_t c)
{
	return !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Cs |
						    UC_CATEGORY_MASK_Co);
}

/* Unlike uc_composition() over all pairs, this needs one look at each character. */
static void find_joins(void)
{
	for (uint32_t c = 0; c < CODES; c++) {
		ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

		if (uc_combining_class(c))
			joins[c] = 1;
		if (uc_canonical_decomposition(c, parts) == 2 && uc_composition(parts[0], parts[1]) == c)
			joins[parts[1]] = 1;
	}
	for (uint32_t c = 0x1161; c <= 0x1175; c++)     /* Hangul vowels and finals, by rule */
		joins[c] = 1;
	for (uint32_t c = 0x11A8; c <= 0x11C2; c++)
		joins[c] = 1;
}

static size_t fold_round(const uint32_t *in, size_t n, uint32_t *out)
{
	uint32_t plain[FOLDED_MAX];
	size_t m = FOLDED_MAX, k = FOLDED_MAX;

	if (u32_normalize(UNINORM_NFKC, in, n, plain, &m) != plain ||
	    u32_casefold(plain, m, NULL, UNINORM_NFKC, out, &k) != out)
		die("U+%04X folds to more than %d code points", in[0], FOLDED_MAX);
	for (size_t i = 0; i < k; i++)
		if (simplified[out[i]])
			out[i] = simplified[out[i]];
	return k;
}

static size_t fold_code(uint32_t c, uint32_t *out)
{
	uint32_t next[FOLDED_MAX];
	size_t n = 1;

	out[0] = c;
	if (!is_assigned(c))
		return 1;
	for (int round = 0; round < 8; round++) {
		size_t m = fold_round(out, n, next);

		if (m == n && !memcmp(out, next, n * sizeof *out))
			return n;
		memcpy(out, next, m * sizeof *out);
		n = m;
	}
	die("U+%04X: folding does not settle; is there a circle in data/traditional?", c);
}

static gboolean is_han(uint32_t c)
{
	const uc_script_t *script = uc_script(c);

	/* Unicode keeps planes 2 and 3 for ideographs; a library older than the
	 * text must not take the newest ones for punctuation. */
	if (c >= 0x20000 && c < 0x40000)
		return (c & 0xFFFF) < 0xFFFE;
	/* Shared between scripts: 〆 々 〱〵 ー and the tone and voice marks. */
	if (c == 0x3005 || c == 0x3006 || c == 0x3007 || c == 0x30FC || (c >= 0x3031 && c <= 0x3035) ||
	    (c >= 0x302A && c <= 0x302F) || c == 0x3099 || c == 0x309A)
		return TRUE;
	if (!script)
		return FALSE;
	if (!strcmp(script->name, "Han"))
		return TRUE;
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
						   UC_CATEGORY_MASK_N) &&
		(!strcmp(script->name, "Hiragana") || !strcmp(script->name, "Katakana") ||
		 !strcmp(script->name, "Hangul") || !strcmp(script->name, "Bopomofo"));
}

static ys_char_class class_of(uint32_t c)
{
	for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++)
		if (c == quotes[i])
			return YS_CHAR_QUOTE;
	/* An enclosing mark is decoration: the keycap 1 is 1. */
	if (uc_is_property_default_ignorable_code_point(c) ||
	    uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Me))
		return YS_CHAR_IGNORED;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs))
		return YS_CHAR_BLANK;
	if (is_han(c))
		return YS_CHAR_HAN;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
						UC_CATEGORY_MASK_Nd | UC_CATEGORY_MASK_Nl))
		return YS_CHAR_WORD;
	return YS_CHAR_SEPARATOR;
}

static uint32_t what_is(uint32_t c)
{
	uint32_t what = class_of(c);

	if (what != YS_CHAR_WORD && what != YS_CHAR_HAN)
		return what;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		what |= FOLD_MARK;
	return joins[c] ? what | FOLD_JOINS : what;
}

/* Where these code points stand in the pool; many share one entry (the letters of
 * all mathematical alphabets). */
static uint32_t pool_place(const uint32_t *folded, size_t n)
{
	uint32_t entry[FOLDED_MAX];

	for (size_t i = 0; i < n; i++)
		entry[i] = folded[i] | what_is(folded[i]) << FOLD_WHAT_SHIFT | (i + 1 == n ? FOLD_LAST : 0);
	for (size_t at = 0; at + n <= pool_len; at++)
		if (pool[at] == entry[0] && !memcmp(pool + at, entry, n * sizeof *entry))
			return at;
	if (pool_len + n > POOL_MAX)
		die("more than %d folded code points: raise POOL_MAX", POOL_MAX);
	memcpy(pool + pool_len, entry, n * sizeof *entry);
	pool_len += n;
	return pool_len - n;
}

static void make_rules(void)
{
	for (uint32_t c = 0; c < CODES; c++) {
		uint32_t folded[FOLDED_MAX], again[FOLDED_MAX];
		size_t n = fold_code(c, folded);

		if (n == 1 && folded[0] == c) {
			rules[c] = what_is(c);
			continue;
		}
		for (size_t i = 0; i < n; i++)
			if (fold_code(folded[i], again) != 1 || again[0] != folded[i])
				die("U+%04X folds to U+%04X, which folds further", c, folded[i]);
		rules[c] = FOLD_SELF + pool_place(folded, n);
	}
}

/* Move the distinct blocks to the front of rules; return how many there are. */
static size_t share_blocks(void)
{
	size_t n = 0;

	for (size_t b = 0; b < BLOCKS; b++) {
		const uint16_t *block = rules + b * BLOCK_SIZE;
		size_t at = 0;

		while (at < n && memcmp(rules + at * BLOCK_SIZE, block, BLOCK_SIZE * sizeof *block))
			at++;
		if (at == n)
			memmove(rules + n++ * BLOCK_SIZE, block, BLOCK_SIZE * sizeof *block);
		stage1[b] = at;
	}
	return n;
}

static void print_u16(const char *name, const uint16_t *values, size_t n)
{
	printf("\nstatic const guint16 %s[%zu] = {", name, n);
	for (size_t i = 0; i < n; i++)
		printf("%s%u,", i % 16 ? " " : "\n\t", values[i]);
	printf("\n};\n");
}

int main(int argc, char **argv)
{
	size_t blocks;

	if (argc != 2)
		die("usage: gen_fold data/traditional");
	read_traditional(argv[1]);
	find_joins();
	make_rules();
	blocks = share_blocks();
	printf("/* Made by gen_fold.c, which says what it means.  Do not edit. */\n"
	       "#define FOLD_BLOCK_BITS %d\n#define FOLD_MARK %u\n#define FOLD_JOINS %u\n"
	       "#define FOLD_SELF %u\n#define FOLD_WHAT_SHIFT %d\n#define FOLD_LAST %uu\n",
	       BLOCK_BITS, FOLD_MARK, FOLD_JOINS, FOLD_SELF, FOLD_WHAT_SHIFT, FOLD_LAST);
	print_u16("fold_stage1", stage1, BLOCKS);
	print_u16("fold_stage2", rules, blocks * BLOCK_SIZE);
	printf("\nstatic const guint32 fold_pool[%zu] = {", pool_len);
	for (size_t i = 0; i < pool_len; i++)
		printf("%s%uu,", i % 10 ? " " : "\n\t", pool[i]);
	printf("\n};\n");
	if (fflush(stdout) || ferror(stdout))
		die("standard output: write error");
	return 0;
}
