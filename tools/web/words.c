#include "tools/web/words.h"

#include <string.h>

static const char *const words[W_N_WORDS][WEB_N_LANGS] = {
	[W_SITE] = { "预搜", "yusou" },
	[W_SITE_LONG] = {
		"预搜 · 部门预算与决算检索",
		"yusou · Chinese department budgets and final accounts",
	},
	[W_SKIP] = { "跳到正文", "Skip to content" },
	[W_HOME] = { "首页", "Start" },
	[W_SEARCH] = { "搜索", "Search" },
	[W_SEARCH_LABEL] = { "搜索项目、部门、金额", "Search projects, departments, amounts" },
	[W_MORE_CONDITIONS] = { "更多条件", "More filters" },
	[W_YEAR] = { "年度", "Year" },
	[W_YEAR_HINT] = { "如 2023 或 2021..2024", "such as 2023 or 2021..2024" },
	[W_REGION] = { "地区", "Region" },
	[W_REGION_HINT] = { "省、市或区县名", "a province, city or county, in Chinese" },
	[W_KIND] = { "种类", "Kind" },
	[W_KIND_ANY] = { "预算和决算", "budgets and final accounts" },
	[W_DEPARTMENT] = { "部门", "Department" },
	[W_AMOUNT] = { "金额", "Amount" },
	[W_AMOUNT_HINT] = {
		"如 100万..1亿；不写单位即万元",
		"such as 100万..1亿; bare numbers are in 万元 (10,000 yuan)",
	},
	[W_SORT] = { "排序", "Sort by" },
	[W_SORT_RELEVANCE] = { "相关程度", "relevance" },
	[W_SORT_AMOUNT] = { "金额从大到小", "largest amount" },
	[W_SORT_YEAR] = { "年度从新到旧", "newest year" },
	[W_OTHER_LANG] = { "English", "中文" },
	[W_FOOTER] = {
		"数据来自各部门公开的预算和决算，以公开原件为准。",
		"Figures come from published budgets and final accounts; the published originals are "
		"authoritative. Amounts in 万元 are in units of 10,000 yuan.",
	},
	[W_GENERATION] = { "索引第 {1} 代，{2} 更新。", "Index generation {1}, updated {2}." },
	[W_FORMATS] = { "本页数据：", "This page as data:" },
	[W_ATOM] = { "Atom 订阅", "Atom feed" },
	[W_KIND_BUDGET] = { "预算", "budget" },
	[W_KIND_FINAL] = { "决算", "final account" },
	[W_KIND_OTHER] = { "其他", "other" },
	[W_TYPE] = { "类型", "Type" },
	[W_TYPE_PUBLICATION] = { "公开文件", "publication" },
	[W_TYPE_SECTION] = { "文字说明", "narrative" },
	[W_TYPE_TABLE] = { "表格", "table" },
	[W_TYPE_PROJECT] = { "项目", "project" },
	[W_TYPE_ITEM] = { "采购明细", "procurement item" },
	[W_TYPE_DEPARTMENT] = { "部门", "department" },
	[W_TYPES_DEFAULT] = { "项目和明细", "projects and procurement items" },
	[W_FIGURE_TOTAL] = { "合计", "total" },
	[W_FIGURE_ABROAD] = { "因公出国（境）费", "overseas travel" },
	[W_FIGURE_VEHICLE] = { "公务用车费", "official vehicles" },
	[W_FIGURE_VEHICLE_PURCHASE] = { "其中：购置", "of which: purchase" },
	[W_FIGURE_VEHICLE_RUNNING] = { "其中：运行维护", "of which: operation" },
	[W_FIGURE_RECEPTION] = { "公务接待费", "official hospitality" },
	[W_FIGURE_GOODS] = { "货物", "goods" },
	[W_FIGURE_WORKS] = { "工程", "works" },
	[W_FIGURE_SERVICES] = { "服务", "services" },
	[W_FIELD_TITLE] = { "名称", "title" },
	[W_FIELD_GOAL] = { "绩效目标", "goal" },
	[W_FIELD_CONTENT] = { "项目内容", "content" },
	[W_FIELD_INDICATORS] = { "绩效指标", "indicators" },
	[W_FIELD_CATEGORY] = { "类别", "category" },
	[W_FIELD_UNIT] = { "资金使用单位", "spending unit" },
	[W_FIELD_TEXT] = { "正文", "narrative" },
	[W_FIELD_ALSO] = { "另处所载", "printed elsewhere" },
	[W_FIELD_ALIASES] = { "别名", "other names" },
	[W_FIELD_UNITS] = { "下属单位", "subordinate units" },
	[W_RESULTS] = { "结果", "Results" },
	[W_RESULTS_OF] = { "“{1}”的搜索结果", "Results for “{1}”" },
	[W_RESULTS_ALL] = { "按条件列出", "Everything that matches the filters" },
	[W_FOUND] = { "找到 {1} 条", "{1} found" },
	[W_FOUND_ABOUT] = { "找到约 {1} 条", "about {1} found" },
	[W_FOUND_NOTHING] = { "没有找到", "Nothing found" },
	[W_FOUND_LOOSE] = { "另有 {1} 条只符合一部分", "{1} more match only part of the query" },
	[W_FOUND_PAGE] = { "第 {1} 页", "page {1}" },
	[W_ABOUT_ONLY] = {
		"结果太多：条数和各项合计只统计最相关的一部分。",
		"Too many results: counts and totals cover only the most relevant ones.",
	},
	[W_UNDERSTOOD] = { "查找的是：{1}", "Searched for: {1}" },
	[W_U_AND] = { " 和 ", " and " },
	[W_U_BUT] = { "，", ", " },
	[W_U_OR] = { " 或 ", " or " },
	[W_U_NOT] = { "不含 ", "not " },
	[W_U_ALSO] = { "（也找 {1}）", " (also {1})" },
	[W_U_MORE_WORDINGS] = { "另 {1} 种说法", "{1} other wordings" },
	[W_U_AS_AMOUNT] = { "（也作金额 {1}）", " (also as the amount {1})" },
	[W_U_AS_DEPARTMENT] = { "（也指部门 {1}）", " (also the department {1})" },
	[W_U_CODE] = { "科目", "Code" },
	[W_U_ALL_TYPES] = { "全部", "any" },
	[W_TIER_ALL] = {
		"以下各条含有全部词语，但不是照原样连在一起，或换了说法",
		"Below: every word appears, but not together as typed, or in a different wording",
	},
	[W_TIER_LOOSE] = { "以下各条只符合查询的一部分", "Below: only part of the query appears" },
	[W_FOUND_AS] = { "找到的是：{1}", "Matched as: {1}" },
	[W_SYNONYM] = { "另一种说法", "a different wording" },
	[W_MATCHED_IN] = { "{1}：", "{1}: " },
	[W_SHARE] = { "占部门项目支出 {1}", "{1} of the department’s project spending" },
	[W_NO_AMOUNT] = { "未印金额", "no amount printed" },
	[W_PLACEHOLDER] = {
		"印出的金额为 0.00，可能只是占位",
		"The amount printed is 0.00, which may be a placeholder",
	},
	[W_YUAN] = { "{1} 元", "{1} yuan" },
	[W_FILTERS] = { "当前条件", "Filters" },
	[W_REMOVE] = { "去掉条件：{1}", "Remove filter: {1}" },
	[W_EXACT_ON] = { "仅限照原样", "exactly as typed" },
	[W_SYNONYMS_OFF] = { "不用同义说法", "no other wordings" },
	[W_ONLY_EXACT] = { "只看照原样出现的", "Only matches exactly as typed" },
	[W_NO_SYNONYMS] = { "不用同义说法", "Without other wordings" },
	[W_IN_PUBLICATION] = { "在《{1}》中", "in {1}" },
	[W_NARROW] = { "缩小范围", "Narrow your search" },
	[W_BY_YEAR] = { "按年度", "By year" },
	[W_BY_REGION] = { "按地区", "By region" },
	[W_BY_KIND] = { "按种类", "By kind" },
	[W_BY_DEPARTMENT] = { "按部门", "By department" },
	[W_CHART_BY_YEAR] = { "各年度金额合计", "Amounts by year" },
	[W_CHART_BY_REGION] = { "各地区金额合计", "Amounts by region" },
	[W_CHART_LARGEST] = {
		"最多的是 {1}：{2}。各项数字列在图旁。",
		"Largest: {1}, {2}. The figures are listed beside the bars.",
	},
	[W_COUNT] = { "{1} 条", "{1}" },
	[W_MORE_VALUES] = { "另有 {1} 项未列", "{1} more not shown" },
	[W_DEPARTMENTS] = { "涉及的部门", "Departments" },
	[W_N_HITS] = { "{1} 条", "{1} found" },
	[W_HITS_SUM] = { "，合计 {1}", ", {1}" },
	[W_DEPARTMENT_TOP] = { "最相关：", "top match: " },
	[W_PAGES] = { "翻页", "Pages" },
	[W_PREVIOUS] = { "上一页", "Previous" },
	[W_NEXT] = { "下一页", "Next" },
	[W_SUGGESTIONS] = { "相近的名称：", "Similar names:" },
	[W_NOTHING_ADVICE] = {
		"可以少写几个词、去掉条件，或换一种说法；一个字也能查。",
		"Try fewer words or filters, or a different wording; a single character is enough.",
	},
	[W_PAST_END] = { "这一页已在结果之后。", "This page is past the last result." },
	[W_FIRST_PAGE] = { "回到第一页", "Back to the first page" },
	[W_START_LEAD] = {
		"检索中国各级部门公开的预算和决算：一个项目多少钱，哪个部门花，印在哪一张表的哪一行。",
		"Search the published budgets and final accounts of Chinese government departments: "
		"what a project costs, who is spending the money, and which row of which table it is "
		"printed in.",
	},
	[W_START_EMPTY] = { "还没有编入任何公开文件。", "Nothing has been indexed yet." },
	[W_INDEXED] = { "已编入", "What is indexed" },
	[W_N_PUBLICATIONS] = { "份公开文件", "publications" },
	[W_N_PROJECTS] = { "个项目", "projects" },
	[W_N_REGIONS] = { "个地区（省、市、区县）", "regions (all levels)" },
	[W_N_YEARS] = { "年度", "years" },
	[W_EXAMPLES] = { "可以这样查", "Try these" },
	[W_EX_PROPERTY] = { "办公楼物业花多少钱", "the cost of running office buildings" },
	[W_EX_CANTEEN] = { "也找饭堂、配餐", "canteens, also under other names" },
	[W_EX_IT] = { "信息系统的建设和运维", "building and maintaining IT systems" },
	[W_EX_CAR] = { "车辆购置、租用和运行", "official vehicles: purchase, hire, operation" },
	[W_EX_HOTLINE] = { "数字和汉字连写", "digits and Chinese written together" },
	[W_EX_AMOUNT] = { "200万元以上的运维", "maintenance costing 2 million yuan or more" },
	[W_EX_YEAR] = { "一段时间内的培训", "training over several years" },
	[W_NEWEST] = { "最新的公开文件", "Latest publications" },
	[W_ALL_PUBLICATIONS] = { "列出全部公开文件", "List all publications" },
	[W_GLOSSARY] = { "常用名词", "Glossary" },
	[W_G_THREE] = { "三公经费", "三公经费 (three public expenses)" },
	[W_G_THREE_IS] = {
		"因公出国（境）、公务用车购置及运行、公务接待三项费用。",
		"overseas travel, official vehicles (purchase and operation) and official "
		"hospitality.",
	},
	[W_G_BASIC] = { "基本支出", "基本支出 (basic expenditure)" },
	[W_G_BASIC_IS] = {
		"保障机构正常运转的人员经费和日常公用经费。",
		"staff costs and the day-to-day costs of keeping an organisation running.",
	},
	[W_G_PROJECT] = { "项目支出", "项目支出 (project expenditure)" },
	[W_G_PROJECT_IS] = {
		"在基本支出之外，为完成特定任务安排的支出。",
		"spending on particular tasks, on top of basic expenditure.",
	},
	[W_G_BUDGET] = { "预算", "预算 (budget)" },
	[W_G_BUDGET_IS] = {
		"年初批复的收支计划。",
		"the plan of income and spending approved at the start of the year.",
	},
	[W_G_FINAL] = { "决算", "决算 (final account)" },
	[W_G_FINAL_IS] = {
		"年度终了后实际收支的结果，通常在次年公开。",
		"actual income and spending, usually published the following year.",
	},
	[W_G_WAN] = { "万元", "万元 (wan yuan)" },
	[W_G_WAN_IS] = {
		"一万元，即 10,000 元。公开的表格多以万元为单位。",
		"10,000 yuan, the unit that most published tables use.",
	},
	[W_CITE] = { "如何引用", "How to cite" },
	[W_CITE_IS] = {
		"每个项目、表格和文件都有固定网址，重建索引后不变。打开它，复制“引用”框里的文字："
		"其中有部门、文件、年度、表名、行号和网址。引用金额前请核对公开原件。",
		"Every project, table and publication has a permanent address that stays the same "
		"when the index is rebuilt. Open it and copy the text in the “Citation” box: "
		"department, publication, year, table, lines and address. Check amounts against the "
		"published original before citing them.",
	},
	[W_BREADCRUMB] = { "所在位置", "You are here" },
	[W_AMOUNT_PRINTED] = { "印作", "Printed as" },
	[W_EXECUTED] = { "执行数", "Actual spending" },
	[W_RATE] = { "执行率 {1}", "{1} of the budget" },
	[W_SHARE_LABEL] = { "占比", "Share" },
	[W_CATEGORY] = { "类别", "Category" },
	[W_UNIT] = { "资金使用单位", "Spending unit" },
	[W_FUNDING] = { "资金来源", "Funding sources" },
	[W_CONTENT] = { "项目内容", "Content" },
	[W_GOAL] = { "绩效目标", "Goal" },
	[W_INDICATORS] = { "绩效指标", "Indicators" },
	[W_OF_PROJECT] = { "所属项目", "Project" },
	[W_ROW] = { "表中原行", "The row as printed" },
	[W_ROW_IS] = {
		"标出的一行即本条；上下各附一行。",
		"The marked row is this record; the rows above and below are shown for context.",
	},
	[W_WHOLE_TABLE] = { "查看整张表", "Show the whole table" },
	[W_PLACES] = { "出处", "Where it is printed" },
	[W_LINE] = { "第 {1} 行", "line {1}" },
	[W_LINES] = { "第 {1} 行", "lines {1}" },
	[W_IN_TABLE] = { "表：{1}", "table: {1}" },
	[W_ALSO_SAYS] = { "该处另写作", "Wording there" },
	[W_CITATION] = { "引用", "Citation" },
	[W_CITATION_LABEL] = { "引用文字，可直接复制", "Citation, ready to copy" },
	[W_CITE_TABLE] = { "表“{1}”", "table “{1}”" },
	[W_CITE_INDEX] = { "预搜索引第 {1} 代，{2}", "yusou index, generation {1}, {2}" },
	[W_PUBLICATION] = { "所在公开文件", "Publication" },
	[W_SAME] = { "历年同名项目", "The same project in other years" },
	[W_SAME_NONE] = {
		"没有编入其他年度的同名项目。",
		"No other year of this project has been indexed.",
	},
	[W_CHANGE] = { "比上年同类", "Change" },
	[W_UNIT_OF_TABLE] = { "单位：{1}", "unit: {1}" },
	[W_TABLE_EMPTY] = { "这张表没有数据行。", "This table has no rows." },
	[W_SUM_OK] = {
		"各行相加 {1}，表内合计 {2}，相符。",
		"The rows add up to {1}; the printed total is {2}: they agree.",
	},
	[W_SUM_ROUNDING] = {
		"各行相加 {1}，表内合计 {2}，相差 {3}，可由四舍五入解释。",
		"The rows add up to {1}; the printed total is {2}; rounding explains the difference "
		"of {3}.",
	},
	[W_SUM_MISMATCH] = {
		"各行相加 {1}，表内合计 {2}，相差 {3}，不符。",
		"The rows add up to {1}; the printed total is {2}; they differ by {3}.",
	},
	[W_SUM_UNCHECKED] = { "没有可与各行核对的合计。", "There is no total to check the rows against." },
	[W_STATUS_OK] = { "相符", "agrees" },
	[W_STATUS_ROUNDING] = { "四舍五入", "rounding" },
	[W_STATUS_MISMATCH] = { "不符", "differs" },
	[W_STATUS_UNCHECKED] = { "未核对", "not checked" },
	[W_INCOME] = { "总收入", "Income" },
	[W_EXPENDITURE] = { "总支出", "Expenditure" },
	[W_BASIC] = { "基本支出", "Basic" },
	[W_PROJECTS] = { "项目支出", "Projects" },
	[W_ON_LAST_YEAR] = { "比上年", "Change from last year" },
	[W_THREE_PUBLIC] = { "三公经费", "Three public expenses" },
	[W_PROCUREMENT] = { "政府采购", "Procurement" },
	[W_LARGEST] = { "最大的项目", "Largest projects" },
	[W_TABLES] = { "表格与核对", "Tables and whether they add up" },
	[W_N_ROWS] = { "{1} 行", "{1} rows" },
	[W_SECTIONS] = { "文字说明", "Narrative" },
	[W_SECTION_PAGE] = { "固定网址", "permalink" },
	[W_CUT_TEXT] = { "这里只显示前 {1} 字，共 {2} 字。", "The first {1} of {2} characters are shown." },
	[W_CUT_ROWS] = { "这里只显示前 {1} 行，共 {2} 行。", "The first {1} of {2} rows are shown." },
	[W_CUT_COLUMNS] = { "这里只显示前 {1} 列，共 {2} 列。", "The first {1} of {2} columns are shown." },
	[W_ALL_AS_DATA] = { "全部数据（JSON）", "All of it, as JSON" },
	[W_UNITS] = { "下属单位", "Subordinate units" },
	[W_YEARS_OF] = { "历年收支", "Year by year" },
	[W_YEARS_CHART] = { "历年总支出", "Total expenditure by year" },
	[W_ALL_PROJECTS_OF] = { "查看全部项目", "All of its projects" },
	[W_ALIASES] = { "别名", "Other names" },
	[W_UNTITLED] = { "（无标题）", "(no title)" },
	[W_NAME] = { "名称", "Name" },
	[W_E_400] = { "查询没有读懂", "The request was not understood" },
	[W_E_404] = { "没有这一条", "There is no such record" },
	[W_E_405] = { "不支持这种请求方法", "This method is not supported" },
	[W_E_414] = { "查询太长", "The query is too long" },
	[W_E_500] = { "服务器出错", "Something went wrong on the server" },
	[W_E_503] = { "暂时不能搜索", "Search is not available right now" },
	[W_A_400] = {
		"改正后再试；查询的写法见下面的例子。",
		"Please correct it and try again; the examples below show how to write a query.",
	},
	[W_A_404] = {
		"网址可能抄错了，或者这份文件已被更正、撤下。可以按名称再搜一次。",
		"The address may be mistyped, or the publication may have been corrected or "
		"withdrawn. Try searching for its name instead.",
	},
	[W_A_405] = { "请用普通链接或搜索框访问。", "Use a link or the search box." },
	[W_A_414] = { "请缩短查询。", "Please shorten your query." },
	[W_A_500] = {
		"请稍后再试；若一再出现，请告知网站管理员。",
		"Please try again later; if this keeps happening, tell the webmaster.",
	},
	[W_A_503] = {
		"索引尚未建立，或正在维护。请稍后再试。",
		"There is no index yet, or it is being maintained. Please try again later.",
	},
	[W_REASON] = { "原因：", "Reason: " },
};

const char *web_word_text(web_lang lang, web_word word)
{
	return words[word][lang];
}

static const struct {
	const char *code;
	const char *text[WEB_N_LANGS];
} warnings[] = {
	{ "number-rebuilt", { "数字被分页切断，已拼接",
	  "a number split by a page break was rejoined" } },
	{ "name-rebuilt", { "名称被分页切断，已拼接", "a name split by a page break was rejoined" } },
	{ "number-doubtful", { "拼接的数字与旁边各数不合",
	  "a rejoined number does not fit the numbers beside it" } },
	{ "unit-missing", { "表中没有金额单位，按同一文件的其他表推定",
	  "the table states no unit; that of other tables in the file was assumed" } },
	{ "amount-missing", { "只见于绩效目标表，没有金额",
	  "listed only in a table of performance goals, without an amount" } },
	{ "only-mentioned", { "只在文字中提到，没有列入项目表",
	  "mentioned only in the text, not listed in a project table" } },
	{ "total-differs", { "各行相加与表内合计不符", "the rows do not add up to the total" } },
	{ "department-unknown", { "标题中没有部门名称", "the title names no department" } },
	{ "year-unknown", { "标题中没有年度", "the title names no year" } },
	{ "region-unresolved", { "标题中没有认得出的地区", "the title names no region that is known" } },
	{ "region-ambiguous", { "有同名地区，只填了能确定的部分", "several regions share this name; only what is certain is given" } },
	{ "encoding", { "原文件已转换为 UTF-8", "the file was converted to UTF-8" } },
	{ "text-damaged", { "原文件有损坏的字节，已替换", "damaged bytes in the file were replaced" } },
	{ "text-cut-off", { "原文件在字符中间结束", "the file ends in the middle of a character" } },
	{ "year-contradicts", { "标题、表头和正文的年度不一致",
	  "title, captions and text give different years" } },
};

const char *web_warning_text(web_lang lang, const char *code)
{
	for (gsize i = 0; i < G_N_ELEMENTS(warnings); i++)
		if (!g_strcmp0(warnings[i].code, code))
			return warnings[i].text[lang];
	return NULL;
}

typedef struct {
	const char *name;
	web_word word;
} named_word;

static const named_word kinds[] = {
	{ "预算", W_KIND_BUDGET },
	{ "决算", W_KIND_FINAL },
	{ "其他", W_KIND_OTHER },
};

static const named_word figures[] = {
	{ "total", W_FIGURE_TOTAL },
	{ "abroad", W_FIGURE_ABROAD },
	{ "vehicle", W_FIGURE_VEHICLE },
	{ "vehicle_purchase", W_FIGURE_VEHICLE_PURCHASE },
	{ "vehicle_running", W_FIGURE_VEHICLE_RUNNING },
	{ "reception", W_FIGURE_RECEPTION },
	{ "goods", W_FIGURE_GOODS },
	{ "works", W_FIGURE_WORKS },
	{ "services", W_FIGURE_SERVICES },
};

static const named_word fields[] = {
	{ "title", W_FIELD_TITLE },
	{ "goal", W_FIELD_GOAL },
	{ "content", W_FIELD_CONTENT },
	{ "indicators", W_FIELD_INDICATORS },
	{ "category", W_FIELD_CATEGORY },
	{ "unit", W_FIELD_UNIT },
	{ "text", W_FIELD_TEXT },
	{ "also", W_FIELD_ALSO },
	{ "aliases", W_FIELD_ALIASES },
	{ "subordinate_units", W_FIELD_UNITS },
	{ "department", W_DEPARTMENT },
};

static web_word word_named(const named_word *table, gsize n, const char *name)
{
	for (gsize i = 0; i < n; i++)
		if (!g_strcmp0(table[i].name, name))
			return table[i].word;
	return W_N_WORDS;
}

web_word web_kind_word(const char *kind)
{
	return word_named(kinds, G_N_ELEMENTS(kinds), kind);
}

web_word web_figure_word(const char *name)
{
	return word_named(figures, G_N_ELEMENTS(figures), name);
}

web_word web_field_word(const char *name)
{
	return word_named(fields, G_N_ELEMENTS(fields), name);
}

web_word web_type_word(ys_record_type type)
{
	static const web_word types[] = {
		W_TYPE_PUBLICATION, W_TYPE_SECTION, W_TYPE_TABLE, W_TYPE_PROJECT, W_TYPE_ITEM, W_TYPE_DEPARTMENT,
	};

	return type < G_N_ELEMENTS(types) ? types[type] : W_N_WORDS;
}
