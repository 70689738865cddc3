"""What a request names: columns, values, conditions, numbers with units; and the words for them."""
