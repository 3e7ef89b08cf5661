# the name of a department, or a short one, answers with what is indexed of it; other words do not
card() {
	get "$1" | sed -n '/<section class="card">/,/<\/section>/p'
}
card 'q=%E6%9C%9B%E6%BE%9C%E5%B8%82%E6%96%87%E5%8C%96%E5%B9%BF%E7%94%B5%E6%97%85%E6%B8%B8%E5%B1%80'
card 'q=%E9%9D%92%E7%A6%BE%E6%94%BF%E6%95%B0%E5%B1%80+%E5%86%B3%E7%AE%97&lang=en'
card 'q=%E9%9D%92%E7%A6%BE%E6%94%BF%E6%95%B0%E5%B1%80+%E5%85%89%E7%BA%A4'
card 'q=%E7%89%A9%E4%B8%9A'
