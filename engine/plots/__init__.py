"""Charts: `info(…)` computes the numbers, `figure(info)` draws them with Plotly, `alt(info)` says what they show."""
