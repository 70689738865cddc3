"""Charts: each kind computes its numbers, draws them as a Plotly figure and says in words what it shows."""
