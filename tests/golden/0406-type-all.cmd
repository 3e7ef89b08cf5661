# Department, publication and section by their titles before the projects by their department.
yusou search --type all --limit 4 --format csv 鹭汀 | cut -d, -f2,3
