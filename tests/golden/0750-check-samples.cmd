# What is not ok in the samples is what samples/README.md says of them.
yusou check $SAMPLES | grep -v '^  ok '
