/* What is indexed and what is missing, for people and programs (contract: yusou(1), "stats"). */
#ifndef YS_PRESENT_STOCK_H
#define YS_PRESENT_STOCK_H

#include "index/compare/stock.h"

void present_stock_text(GString *out, const ys_stock *stock);
void present_stock_json(GString *out, const ys_stock *stock);
/* A cell a line, for spreadsheets. */
void present_stock_csv(GString *out, const ys_stock *stock);

#endif
