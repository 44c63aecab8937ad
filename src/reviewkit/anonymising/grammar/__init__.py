"""The sentence around a change: articles, possessives, appositions, lists, quotations."""
