yusou search --department 沅澄市公安局 --sort amount --limit 100 --format csv | tail -n 2 | cut -d, -f3,4
