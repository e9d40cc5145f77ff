use std::ops::Range;
pub enum Html { Segment(String), Lookup, Source(String), Open{name:String, shown:Option<String>}, Close(String), Void(String), Image{source:String, alt:String}, Break, Anchor(String), Placeholder, Removed{what:String, drops_content:bool}, Comment }
pub enum Piece<'a> { Tag(&'a str), Text(&'a str) }
pub fn allowed_url(_: &str, _: &[String]) -> bool { true }
pub fn decoded(s:&str)->String { s.to_owned() }
pub fn pieces(html:&str)->Vec<(Piece<'_>, Range<usize>)> {
    let mut v=vec![]; let mut at=0;
    while at<html.len() { if let Some(o)=html[at..].find('<') { let o=at+o; if o>at { v.push((Piece::Text(&html[at..o]), at..o)); } let e=html[o..].find('>').map_or(html.len(), |e| o+e+1); v.push((Piece::Tag(&html[o..e]), o..e)); at=e; } else { v.push((Piece::Text(&html[at..]), at..html.len())); at=html.len(); } }
    v
}
fn attr(raw:&str,name:&str)->Option<String>{ let i=raw.find(&format!("{name}=\""))?+name.len()+2; Some(raw[i..].split('"').next()?.to_owned()) }
pub fn tag(raw:&str)->Html {
    if raw.starts_with("<!") { return Html::Comment }
    if let Some(id)=attr(raw,"data-ttu-id"){return Html::Segment(id)}
    if raw.contains("sxs-lookup"){return Html::Lookup}
    if let Some(id)=attr(raw,"data-stu-id"){return Html::Source(id)}
    let l=raw.to_ascii_lowercase();
    if l.starts_with("<br"){return Html::Break}
    if l.starts_with("<a ") { if let Some(n)=attr(raw,"name"){return Html::Anchor(n)} }
    if l.starts_with("</span") {return Html::Close("span".into())}
    if l.starts_with("</a") {return Html::Close("a".into())}
    if l.starts_with("<img") {return Html::Image{source:attr(raw,"src").unwrap_or_default(),alt:attr(raw,"alt").unwrap_or_default()}}
    Html::Placeholder
}
