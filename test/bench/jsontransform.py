# Parse a JSON document, reshape it, aggregate, write it again.
import json


def document(n):
    return json.dumps({'orders': [
        {'id': i, 'customer': {'name': 'Customer ' + str(i % 331), 'country': ['DE', 'FR', 'US', 'JP'][i % 4]},
         'lines': [{'sku': 'sku-' + str(i * k % 97), 'quantity': k + 1, 'price': k * 2.5 + 1} for k in range(i % 4 + 1)],
         'note': None if i % 3 else 'rush "now"\u00e9', 'paid': i % 2 == 0} for i in range(n)]})


def transform(text):
    orders = json.loads(text)['orders']
    customers = {}
    skus = {}
    for order in orders:
        total = 0
        for line in order['lines']:
            total += line['quantity'] * line['price']
            skus[line['sku']] = skus.get(line['sku'], 0) + line['quantity']
        customer = customers.setdefault(order['customer']['name'], {'orders': 0, 'total': 0.0, 'unpaid': [], 'notes': []})
        customer['orders'] += 1
        customer['total'] += total
        if not order['paid']:
            customer['unpaid'].append(order['id'])
        if order['note'] is not None:
            customer['notes'].append(order['note'])
    best = sorted(customers.items(), key=lambda item: item[1]['total'], reverse=True)
    return json.dumps({'best': [dict(name=name, **value) for name, value in best], 'skus': skus}, indent=2,
                      sort_keys=True)


text = document(12000)
for _ in range(3):
    out = transform(text)
print(len(text), len(out), out[:60].replace('\n', ' '), json.loads(out)['skus']['sku-0'])
