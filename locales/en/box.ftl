### What the box says beside the texts of site.ftl. It recognises errors in what is pasted.

# Under the box, when the text names an error that the site has no page for.
# $what (text) - the code, symbolic name or parameter that was recognised
box-unknown = No page for { $what } here
# Under the box, when what was typed is in the codes, names or titles of errors; at most eight are counted.
# $n (number) - how many errors are listed
box-results = { PLURAL($n) ->
    [one] { $n } result
   *[other] { $n } results
}
# Heading over the ids and the time that a pasted message held, to be copied into a request for support.
box-support = For a support request
