#!/usr/bin/env python3
"""Draws a bar chart of a CSV file with two columns, name and number: chart.py TITLE < figures.csv > figures.svg"""
import csv
import html
import sys

WIDTH, ROW, LEFT, RIGHT, TOP = 760, 26, 300, 90, 44


def main():
    header, *lines = list(csv.reader(sys.stdin))
    values = [(name, float(value)) for name, value in lines]
    largest = max(value for _, value in values) or 1
    height = TOP + ROW * len(values) + 12
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="13">')
    print(f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>')
    print(f'<text x="12" y="24" font-size="15" font-weight="bold">{html.escape(sys.argv[1])}</text>')
    for i, (name, value) in enumerate(values):
        y = TOP + i * ROW
        length = (WIDTH - LEFT - RIGHT) * value / largest
        print(f'<text x="{LEFT - 10}" y="{y + 14}" text-anchor="end">{html.escape(name)}</text>')
        print(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="18" rx="2" fill="#2b6cb0"/>')
        print(f'<text x="{LEFT + length + 6:.1f}" y="{y + 14}">{value:g}</text>')
    print("</svg>")


if __name__ == "__main__":
    main()
