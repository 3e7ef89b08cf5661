for method in POST PUT DELETE OPTIONS get ''; do
	get 'q=x' REQUEST_METHOD="$method" | sed -n '1p; /^Allow/p'
done
