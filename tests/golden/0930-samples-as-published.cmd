# A web page, a PDF and a workbook: what is known of their projects, where each stands, and that the sums are right.
yusou index --index i "$PUBLISHED"/1[456]-* | sed 's/;.*//'
yusou export --index i --type project --format jsonl |
	jq -r '[.title, .amount_yuan, .executed_yuan, .source.format, (.source.page // .source.cell // "-"), .source.table] | @tsv'
yusou export --index i --type publication --format jsonl |
	jq -c '[.department, .year, .kind, .total_expenditure_yuan, .basic_yuan, .project_yuan, .three_public, .published]'
yusou check "$PUBLISHED"/1[456]-* | grep -E "MISMATCH|publications:"
